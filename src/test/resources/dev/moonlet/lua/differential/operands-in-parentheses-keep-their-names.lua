local v = {}
show(pcall(function() return (print) // 1 end))
show(pcall(function() return (v) .. 'x' end))
show(pcall(function() return ('text') & 1 end))
show(pcall(function() return (math.pi) | 1 end))
show(pcall(function() return (nothing)() end))
show(pcall(function() return ((v.x)).y end))
show(pcall(function() return (v:m()) + 1 end))
