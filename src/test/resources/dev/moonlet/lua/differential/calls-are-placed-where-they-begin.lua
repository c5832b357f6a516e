local o = { a = function(s) return s end }
show(pcall(function()
  o
    :a()
    :b()
end))
show(pcall(function()
  error
  (
    "x"
  )
end))
show(pcall(function()
  return (o)
  (1,
  2)
end))
show(pcall(function()
  local x = nil
  x
    :m(1)
end))
