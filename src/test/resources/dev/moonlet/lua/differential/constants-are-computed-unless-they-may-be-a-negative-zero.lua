local x = -1 / math.huge
show(x - (-1 // -2147483649), x - (1 and 0), x - (1 - 1), x - (2^53 & 1), x - (1 - 1.0), x - 1 % 1)
do local d <const> = 0.0 show(pcall(function() return d.x end)) end
do local d <const> = -0.0 show(pcall(function() return d.x end)) end
do local d <const> = -(0) show(pcall(function() return d.x end)) end
do local d <const> = 0.0 * 1 show(pcall(function() return d.x end)) end
do local d <const> = 1 and (2 or {}) show(pcall(function() return d.x end)) end
do local d <const> = 1 / 0 show(pcall(function() return d.x end)) end
do local d <const> = 1 / (0) show(pcall(function() return d.x end)) end
do local d <const> = 1 / 1e-320 show(pcall(function() return d.x end)) end
do local d <const> = 1 % math.huge show(pcall(function() return d.x end)) end
do local d <const> = 2^53 & 1 show(pcall(function() return d.x end)) end
do local d <const> = 2^63 & 1 show(pcall(function() return d.x end)) end
do local d <const> = 1e308 * 10 - 1e308 * 10 show(pcall(function() return d.x end)) end
