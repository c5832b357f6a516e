-- Scripts that never end by themselves, each busy in another part of the language or the library.
local runaways = {}

runaways["an empty loop"] = function()
    while true do
    end
end

runaways["a recursion"] = function()
    local function down(n)
        return n == 0 and 0 or 1 + down(n - 1)
    end
    while true do
        down(1000)
    end
end

runaways["a recursion to the end of the stack"] = function()
    local function down()
        return 1 + down()
    end
    while true do
        pcall(down)
    end
end

runaways["a loop of pcall"] = function()
    while true do
        pcall(error, "again")
    end
end

runaways["a loop that pcall runs"] = function()
    while true do
        pcall(runaways["an empty loop"])
    end
end

runaways["string.rep"] = function()
    while true do
        ("x"):rep(1e7)
    end
end

runaways["table.sort with a comparator"] = function()
    local list = {}
    for i = 1, 1e5 do
        list[i] = i * 7919 % 100003
    end
    while true do
        table.sort(list, function(a, b)
            return a < b
        end)
        table.sort(list, function(a, b)
            return a > b
        end)
    end
end

runaways["string.gsub of a long subject"] = function()
    local subject = ("x"):rep(5e6)
    while true do
        subject:gsub("x", "y")
    end
end

runaways["a pattern that backtracks"] = function()
    return ("a"):rep(60):find(("a?"):rep(60) .. ("a"):rep(60))
end

runaways["a plain search"] = function()
    local subject, wanted = ("a"):rep(1e6), ("a"):rep(1e5) .. "b"
    while true do
        subject:find(wanted, 1, true)
    end
end

runaways["table.concat of a large table"] = function()
    local list = {}
    for i = 1, 1e5 do
        list[i] = "0123456789"
    end
    while true do
        table.concat(list, ", ")
    end
end

runaways["table.insert before many"] = function()
    local list = {}
    for i = 1, 1e5 do
        list[i] = i
    end
    while true do
        table.insert(list, 1, 0)
        table.remove(list, 1)
    end
end

runaways["coroutines that take turns"] = function()
    local other = coroutine.wrap(function()
        while true do
            coroutine.yield()
        end
    end)
    while true do
        other()
    end
end

runaways["coroutines that are made"] = function()
    while true do
        coroutine.wrap(runaways.list)()
    end
end

runaways["string.format"] = function()
    while true do
        ("%99.99f %q"):format(1 / 3, ("\n"):rep(100))
    end
end

runaways["a recursion of metamethods"] = function()
    local deep = {}
    for _ = 1, 100 do
        deep = setmetatable({}, { __index = deep, __add = function(a, b) return #a + b end })
    end
    while true do
        local _ = deep.missing, deep + 1
    end
end

runaways["load"] = function()
    while true do
        load("local a, b = ... return function(c) return a + b * c end")
    end
end

runaways["load of a long text"] = function()
    local text = ("x = x + 1 "):rep(5000)
    while true do
        load(text)
    end
end

runaways["small tables"] = function()
    while true do
        local _ = { {}, {} }
    end
end

local names = {}
for name in pairs(runaways) do
    names[#names + 1] = name
end
table.sort(names)

function runaways.list()
    return table.concat(names, "\n")
end

return runaways
