-- Integers in arrays, read and written all the time.
local function flips(permutation, flipped, n)
    for i = 1, n do
        flipped[i] = permutation[i]
    end
    local count, first = 0, flipped[1]
    while first ~= 1 do
        local low, high = 1, first
        while low < high do
            flipped[low], flipped[high] = flipped[high], flipped[low]
            low, high = low + 1, high - 1
        end
        count, first = count + 1, flipped[1]
    end
    return count
end

function work()
    local n = 8
    local permutation, flipped, rotations = {}, {}, {}
    for i = 1, n do
        permutation[i], rotations[i] = i, i
    end
    local most, checksum, sign = 0, 0, 1
    while true do
        local count = flips(permutation, flipped, n)
        most = math.max(most, count)
        checksum = checksum + sign * count
        sign = -sign
        local i = 2
        while true do
            local first = permutation[1]
            for j = 1, i - 1 do
                permutation[j] = permutation[j + 1]
            end
            permutation[i] = first
            rotations[i] = rotations[i] - 1
            if rotations[i] > 0 then
                break
            end
            rotations[i] = i
            i = i + 1
            if i > n then
                return checksum * 100 + most
            end
        end
    end
end
