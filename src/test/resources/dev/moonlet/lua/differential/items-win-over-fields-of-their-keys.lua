local function none() end
show({ 1, [1] = 2 }, { [1] = 2, 1 }, { nil, [1] = 2 }, { [2] = 3, none() }, { 1, [2] = 2, [3] = 3 })
show(#{ 1, [2] = 2, [3] = 3 }, { [1.0] = 1, 2 }, { 1, [2^53] = 3, [-0.0] = 4, x = 5 })
show(pcall(function()
  return {
    1,
    [nil] = 2,
  }
end))
