local mt = { __idiv = 1, __add = function() error("adding", 2) end }
local o = setmetatable({}, mt)
show(pcall(function() return "a" // o end))
show(pcall(function() return o // "a" end))
show(pcall(function() return "a" + o end))
show(pcall(function() return o + "a" end))
show(pcall(function() return 1 + o end))
