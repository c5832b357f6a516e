-- Building, searching and taking apart strings.
function work()
    local lines = {}
    for i = 1, 4000 do
        lines[#lines + 1] = string.format("%d:%s", i, ("x"):rep(i % 10))
    end
    local text = table.concat(lines, ",")
    local sum, words = 0, {}
    for number, tail in text:gmatch("(%d+):(x*)") do
        sum = sum + tonumber(number) + #tail
        words[tail] = (words[tail] or 0) + 1
    end
    local upper = text:gsub("x+", string.upper):upper()
    local at, found = 1, 0
    while true do
        local from, to = upper:find("XX,", at, true)
        if not from then
            break
        end
        found, at = found + 1, to + 1
    end
    local built = ""
    for i = 1, 1000 do
        built = built .. text:sub(i, i) .. text:byte(i)
    end
    return sum + found + #built
end
