-- What runs beside one another when memory gets short.
local pressure = {}

-- Holds so many megabytes in small tables, and makes garbage for as long as it is wanted.
function pressure.hold(megabytes, done)
  local list
  for _ = 1, megabytes * 1e6 // 120 do list = {next = list} end
  done("full")
  while not done() do local _ = {{}, {}} end
  return list and "held"
end

function pressure.serve()
  local lines = {}
  for i = 1, 500 do lines[i] = ("line %d"):format(i) end
  return #table.concat(lines, "\n")
end

function pressure.churn()
  return #("x"):rep(500000)
end

return pressure
