-- Collects the tests of a file, and runs them one by one.
local error, pcall, require, tonumber, tostring, type = error, pcall, require, tonumber, tostring, type
local show = require "tests:show"
local expectation = require "tests:expect"

local suite = {}
local bodies, blocks -- of the tests of the file that is loaded
local plan           -- what else there is to know of them, while it is loaded
local collecting     -- the block that is open, while it is
local running = false

-- The line that calls the function that calls this.
local function line()
  local _, where = pcall(error, "", 4)
  return tonumber(where:match(":(%d+): $")) or 0
end

local function check(word, fits, form)
  if not collecting then error(word .. " can't stand within it: it begins when the file has been read", 3) end
  if not fits then error(word .. " takes " .. form, 3) end
end

local function within(block, body)
  local outer = collecting
  block.outer, block.before, block.after = outer, {}, {}
  collecting = block
  local went, err = pcall(body)
  collecting = outer
  if not went then error(err, 0) end
end

local function named(name)
  return collecting.name and collecting.name .. " " .. name or name
end

function describe(name, body)
  check("describe", type(name) == "string" and type(body) == "function", "a name and a function")
  within({ name = named(name), caller = collecting.caller, scopes = collecting.scopes }, body)
end

local function are_texts(values)
  if type(values) ~= "table" then return false end
  for i = 1, #values do
    if type(values[i]) ~= "string" then return false end
  end
  return true
end

function as(caller, scopes, body)
  local fits = type(caller) == "string" and caller ~= "" and are_texts(scopes) and type(body) == "function"
  check("as", fits, "a caller's name, a list of scopes and a function")
  within({ name = collecting.name, caller = caller, scopes = scopes }, body)
end

local function add(name, body, at)
  local place = #plan + 1
  bodies[place], blocks[place] = body or false, collecting
  plan[place] = {
    name = named(name), line = at, skipped = not body, caller = collecting.caller, scopes = collecting.scopes,
  }
end

function it(name, body)
  check("it", type(name) == "string" and (body == nil or type(body) == "function"), "a name and a function")
  add(name, body, line())
end

function pending(name)
  check("pending", type(name) == "string", "a name")
  add(name, nil, line())
end

function before_each(body)
  check("before_each", type(body) == "function", "a function")
  collecting.before[#collecting.before + 1] = body
end

function after_each(body)
  check("after_each", type(body) == "function", "a function")
  collecting.after[#collecting.after + 1] = body
end

function expect(...)
  if not running then error("expect belongs into it", 2) end
  return expectation((...), false)
end

-- Reads a file, unless it has been read in this state; returns what there is to know of its tests.
local function load(file)
  if bodies then return end
  bodies, blocks, plan = {}, {}, {}
  collecting = { before = {}, after = {} }
  require(file)
  local all = plan
  plan, collecting = nil, nil
  return all
end

local function before(block)
  if block.outer then before(block.outer) end
  for i = 1, #block.before do block.before[i]() end
end

-- Runs all of them, whatever fails; tells what failed first.
local function after(block, went, err)
  while block do
    for i = #block.after, 1, -1 do
      local ended, problem = pcall(block.after[i])
      if went and not ended then went, err = false, problem end
    end
    block = block.outer
  end
  return went, err
end

local function text(err)
  if type(err) == "table" then return show(err) end
  local said, message = pcall(tostring, err)
  return said and message or "error object is a " .. type(err) .. " value"
end

-- The tests of a file, to be run by their places in this.
suite.plan = load

-- Runs a test, and tells what is wrong, if anything is.
function suite.run(file, place)
  load(file)
  running = true
  local body, block = bodies[place], blocks[place]
  if not body then return "is not there when the file is read again" end
  local went, err = pcall(before, block)
  if went then went, err = pcall(body) end
  went, err = after(block, went, err)
  return not went and text(err) or nil
end

return suite
