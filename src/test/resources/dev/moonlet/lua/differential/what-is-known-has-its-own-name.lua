local y <const> = 1
show(pcall(function() return (y and huge)() end))
show(pcall(function() return (nil or 'long').x.y end))
show(pcall(function() return (false or nothing) + 1 end))
show(pcall(function(v) return (v or nothing) + 1 end))
show(pcall(function(v) return (not nil and v) + 1 end))
