local t = {}
show(pcall(function()
  t.x
    .y
    = {
      1,
    }
end))
show(pcall(function()
  function t.x.f()
  end
end))
show(pcall(function()
  t[nil], g1 =
    1,
    2
end))
