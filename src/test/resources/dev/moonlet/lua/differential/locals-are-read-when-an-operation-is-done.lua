-- What a function changes while the other operands are evaluated: C Lua reads its registers last,
-- and of other functions' locals what has a key.
local e = 1
local function b() e = 5 return 1 end
show(e + b())
e = 1; show(e .. b())
e = 1; show(e == b(), e < b())
e = {}; local t1 = e
local function c() e = {n=2} return 7 end
e.x = c(); show(t1.x, e.x)
e = {}; t1 = e; e["y z"] = c(); show(t1["y z"], e["y z"])
e = {}; t1 = e; e[1] = c(); show(t1[1], e[1])
local k = 1; local function d() k = 2 return 9 end
local t = {}; t[k] = d(); show(t[1], t[2])
e = {}; t1 = e; e.x, e.y = c(), 3; show(t1.x, e.x, t1.y, e.y)
local function up() 
  e = {}; local t1 = e; e.x = c(); show(t1.x, e.x)
  e = {}; t1 = e; e[1] = c(); show(t1[1], e[1])
  k = 1; local t = {}; t[k] = d(); show(t[1], t[2])
  e = {}; local q = 'x'; t1 = e; e[q] = c(); show(t1[q], e[q])
end
up()
e = {f=function(...) show(select('#', ...)) end}
e.f(c())
e = {g=function(self, ...) show(self.n) end, n=1}
e:g(c())
local function up2()
  e = {x='o'}; local function c2() e = {x='n'} return 'x' end
  show(e[c2()])
  e = {x='o'}; local t1 = e; e[c2()] = c2(); show(t1.x, e.x)
end
up2()
e = {}; t1 = e; k = 1; e[k], k, e = c(), 5, e; show(t1[1], e[1], k)
e = {}; t1 = e; (e).x = c(); show(t1.x, e.x)
e = 4; show((e) - b(), e // b(), e % b(), e & b(), e ^ b(), e >= b(), e ~= b())
