show(pcall(function() for i = 1, {}, 0 do end end))
show(pcall(function() for i = 1, -math.huge, 0 do end end))
show(pcall(function() for i = 1, 0 / 0, 0 do end end))
show(pcall(function(a, b) for i = a, b, 0 do end end, 1, 0.5))
local rounds = 0
for i = 2, 0 / 0, -3 do
  rounds = rounds + 1
  if rounds > 3 then break end
  show(i)
end
for i = 2, 0 / 0 do show(i) end
