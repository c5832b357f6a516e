show(pcall(function()
  return 1
    <
    {}
end))
show(pcall(function()
  if {}
    >= 2
  then end
end))
show(pcall(function()
  return 1
    ..
    {}
    ..
    2
end))
show(pcall(function()
  return 1
    +
    {}
end))
