show(pcall(function()
  local
    c
    <close>
    =
    1
end))
show(pcall(function()
  local a, c <close>, b =
    2,
    1
    ,
    {
    }
end))
show(pcall(function()
  local c <close> = 1 local
    a
end))
show(pcall(function()
  local a, c
    <close
    > = nil, "x" .. "y"
  return c
end))
