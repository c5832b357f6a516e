local o = setmetatable({}, { __concat = function() end })
show(pcall(function() return 1 .. o .. 1 end))
show(pcall(function(p) return 'x' .. p .. 'y' .. 'z' end, o))
