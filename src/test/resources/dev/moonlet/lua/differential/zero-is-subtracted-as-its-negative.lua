local z, n = -0.0, 0
show(z - 0, z - n, z + 0, z - (0), z - 0.0, -0.0 - 0, (z - 0) * 1)
show(pcall(function(a) return a - 0, a - n end, -0.0))
show(pcall(function(a) return a - 0 end))
show(pcall(function(a) return a - 0 end, setmetatable({}, { __sub = function(a, b) return b end })))
show("-0.0" - 0, 5 - 0, math.mininteger - 0)
