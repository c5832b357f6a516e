-- Runs the programs that come in on standard input, each behind a line with its length, and writes
-- a line behind what each has printed. Programs see what scripts see and no more. PRELUDE is the text
-- that defines what they show values with.
local read, stdout = io.read, io.stdout
local resume, create = coroutine.resume, coroutine.create
local hook, unlock = debug.sethook, debug.setmetatable
local load, pcall, error, next, globals = load, pcall, error, next, _G
local rawset = rawset
local limit, step = 3000000, 1000

for _, name in next, { "arg", "collectgarbage", "debug", "dofile", "io", "loadfile", "os",
    "package", "require", "warn" } do
  globals[name] = nil
end
load(PRELUDE, "=show")()
PRELUDE = nil

local show, kept = globals.show, {}
for name, value in next, globals do
  kept[name] = value
end

local function restore()
  unlock(globals, nil)
  for name in next, globals do
    if kept[name] == nil then
      rawset(globals, name, nil)
    end
  end
  for name, value in next, kept do
    rawset(globals, name, value)
  end
end

local function ended(_, ...)
  show(...)
end

-- Returns whether the program has ended within the limit.
local function run(main)
  local left = limit
  local program = create(pcall)
  hook(program, function()
    left = left - step
    if left < 0 then
      error("too long")
    end
  end, "", step)
  ended(resume(program, main, "first", 2, nil, 4.5))
  return left >= 0
end

for length in function() return read("n", "L") end do
  local main, reason = load(read(length), "=p", "t")
  local outcome = "refused"
  if main then
    outcome = run(main) and "ran" or "long"
  else
    show(reason)
  end
  stdout:write("\1", outcome, "\n")
  stdout:flush()
  restore()
end
