show(pcall(function(k)
  return {
    [k] = {
      1
    }
  }
end))
show(pcall(function(k)
  return {
    1,
    [k]
      = "x\z
         y"
    ,
    2
  }
end, 0 / 0))
show(pcall(function(k) return { [k] = show("value") } end))
show(pcall(function(k) return { 1, [k] = show("value"), show("not reached") } end))
show(pcall(function(k) return { [k] = k.x } end))
