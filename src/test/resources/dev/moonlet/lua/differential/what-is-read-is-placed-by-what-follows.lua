local n
show(pcall(function()
  return n.x
    + 1
end))
show(pcall(function()
  return (
    n.x
  )
end))
show(pcall(function()
  show(
    n.x
    ,
    1)
end))
show(pcall(function()
  show(
    1,
    n.x
  )
end))
show(pcall(function()
  return {
    n.x
  }
end))
show(pcall(function()
  return {
    x = n.x
  }
end))
show(pcall(function()
  return n.x
    :m()
end))
show(pcall(function()
  return n
    .x
    .y
end))
