local t = {}
show(pcall(function() return ("a\0b") & 1 end))
show(pcall(function() return t["a\0b"].x end))
show(pcall(function() return _ENV["\0b"].x end))
