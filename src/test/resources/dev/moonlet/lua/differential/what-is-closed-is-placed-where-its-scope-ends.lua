local function closer() return setmetatable({}, { __close = function() error("closing", 2) end }) end
show(pcall(function()
  do
    local c <close> = closer()
    show(
      1)
  end
  show(2)
end))
show(pcall(function()
  while true do
    local c <close> = closer()
    if c then
      break
    end
    show(1)
  end
end))
show(pcall(function()
  for i = 1, 2 do
    local c <close> = closer()
    do
      break
    end
  end
end))
show(pcall(function()
  if true then
    local c <close> = closer()
  else
    show(1)
  end
end))
show(pcall(function()
  local c <close> = closer()
  show(1)
end))
show(pcall(load([[

local c <close> = ...

]], "=script"), closer()))
show(pcall(function()
  local c <close> = closer()
  return 1,
    c and
    2
end))
