-- Sorting numbers, with and without a function that compares.
local function numbers(n)
    local list, seed = {}, 42
    for i = 1, n do
        seed = (seed * 1103515245 + 12345) % 2147483648
        list[i] = seed
    end
    return list
end

function work()
    local n = 20000
    local rising, falling = numbers(n), numbers(n)
    table.sort(rising)
    table.sort(falling, function(a, b)
        return a > b
    end)
    return rising[1] + falling[n]
end
