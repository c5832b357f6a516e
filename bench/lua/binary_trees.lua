-- Many small tables that live for different lengths of time.
local function tree(depth)
    if depth == 0 then
        return {}
    end
    return { tree(depth - 1), tree(depth - 1) }
end

local function count(node)
    if node[1] then
        return 1 + count(node[1]) + count(node[2])
    end
    return 1
end

function work()
    local deepest = 10
    local longLived = tree(deepest)
    local nodes = 0
    for depth = 4, deepest, 2 do
        for _ = 1, 2 ^ (deepest - depth) do
            nodes = nodes + count(tree(depth))
        end
    end
    return nodes + count(longLived)
end
