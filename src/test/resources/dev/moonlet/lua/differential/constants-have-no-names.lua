local v <const>, w <const> = 1, nil
local s <const>, n <const> = v, 'text'
local m <const> = -2 ^ 3
local t <const> = {}
show(pcall(function() return w.x end))
show(pcall(function() return v.x end))
show(pcall(function() return n.x.y end))
show(pcall(function() return m() end))
show(pcall(function() return t[n].x end))
show(pcall(function() return t.x.y end))
show(pcall(function() local q <const> = not nil return q + 1 end))
show(pcall(function() local q <const> = tostring(1) return q() end))
