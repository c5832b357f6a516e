-- A break out of a repeat closes behind the condition, wherever that ends.
show(pcall(function()
  repeat
    local j <close> = setmetatable({}, {__close = 1})
    do break end
  until (setmetatable({},
    {1,
  }))
end))
