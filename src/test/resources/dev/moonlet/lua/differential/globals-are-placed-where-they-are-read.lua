setmetatable(_ENV, {__index = function(_, k) error("undeclared " .. k, 2) end, __newindex = function(_, k) error("undeclared " .. k, 2) end})
show(pcall(function()
  return show(
    1,
    undeclared
  )
end))
show(pcall(function()
  local a = {
    1,
    undeclared
  , 2 }
end))
show(pcall(function()
  return 1 +
    undeclared
    + 2
end))
show(pcall(function()
  return undeclared
    .x
end))
show(pcall(function()
  return undeclared
    (1)
end))
show(pcall(function()
  undeclared
    (1)
end))
show(pcall(function()
  show
    (
    undeclared)
end))
show(pcall(function()
  undeclared
    .x = 1
end))
show(pcall(function()
  undeclared,
    x =
    1
end))
show(pcall(function()
  for i = 1,
    undeclared,
    2 do end
end))
show(pcall(function()
  if undeclared
    then
      end
end))
show(pcall(function()
  show 'x'
  return
  undeclared
end))
show(pcall(function()
  show 'x'
  return #
  undeclared
end))
show(pcall(function()
  show 'x'
  return undeclared
  <
  2
end))
show(pcall(function()
  local f = function()
  end
  return
    undeclared
      and 1
end))
