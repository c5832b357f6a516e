local function closer(level)
  return setmetatable({}, { __close = function() error("closing", level) end })
end
show(pcall(function()
  local a <close> = closer(1)
  local b <close> = closer(2)
  error("first")
end))
show(pcall(function()
  local a <close> = setmetatable({}, { __close = 1 })
  error("first")
end))
show(pcall(function()
  local a <close> = setmetatable({}, { __close = 1 })
  local b = 2
end))
for i in function() end, nil, nil, setmetatable({}, { __close = 1 }) do
end
