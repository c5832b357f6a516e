local function one(a) a = 1 return a end
local function listed(a, b, c, d, ...) a, b = 1, 2.5 d = a + b return a, d end
local function looped(n) for i = 1, 2 do n = i * 0.5 end return n end
show(one(), listed(), looped("x"))
