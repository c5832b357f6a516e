-- What a trial does with the shapes: holds one, in locals only, or churns through many.
local shapes = require "shapes"

local function spin(seconds)
  local from = os.clock()
  while os.clock() - from < seconds do end
end

local trial = {}

for name, make in pairs(shapes) do
  trial["hold_" .. name] = function(limit)
    local held = make(limit * 13 // 10)
    spin(20)
    return held and "survived"
  end
  trial["churn_" .. name] = function(limit)
    local held = make(limit // 2)
    for _ = 1, 1000 do make(limit // 10) end
    return held and "survived"
  end
end

return trial
