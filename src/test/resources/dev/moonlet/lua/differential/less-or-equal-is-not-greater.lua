local mt = { __lt = function(a, b) show(a, b) return rawget(a, "x") < rawget(b, "x") end }
local a, b = setmetatable({ x = 1 }, mt), setmetatable({ x = 2 }, mt)
show(a <= b, b <= a, a >= b, a <= a)
if not (a <= b) then show("no") end
show(pcall(function() return a <= 1 end))
show(pcall(function() return {} <= {} end))
