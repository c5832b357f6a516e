-- Floats in arrays, and a small function called for each.
local function entry(i, j)
    local sum = i + j - 1
    return 1.0 / (sum * (sum - 1) * 0.5 + i)
end

local function times(x, y, n)
    for i = 1, n do
        local sum = 0
        for j = 1, n do
            sum = sum + x[j] * entry(i, j)
        end
        y[i] = sum
    end
end

local function timesTransposed(x, y, n)
    for i = 1, n do
        local sum = 0
        for j = 1, n do
            sum = sum + x[j] * entry(j, i)
        end
        y[i] = sum
    end
end

function work()
    local n = 100
    local u, v, between = {}, {}, {}
    for i = 1, n do
        u[i] = 1
    end
    for _ = 1, 10 do
        times(u, between, n)
        timesTransposed(between, v, n)
        times(v, between, n)
        timesTransposed(between, u, n)
    end
    local above, below = 0, 0
    for i = 1, n do
        above = above + u[i] * v[i]
        below = below + v[i] * v[i]
    end
    return math.sqrt(above / below)
end
