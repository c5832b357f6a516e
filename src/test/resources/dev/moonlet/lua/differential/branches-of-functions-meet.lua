local function f() end
local g = function() return 1 end
show(f or 1, g and 2, (nil or g or f)())
