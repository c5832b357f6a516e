-- What a hostile script tries, and how it has to end: killed by a limit, with an error, or well.
local attacks = {}

local function attack(name, ending, body) attacks[name] = {ending = ending, body = body} end

local function killed(limit, name, body) attack(name, "killed by " .. limit, body) end

local function fails(message, name, body) attack(name, message, body) end

local function harmless(name, body) attack(name, "returned", body) end

local function forever() while true do end end

-- time in Lua -------------------------------------------------------------------------------------

killed("cpu", "a loop", forever)

killed("cpu", "a loop of goto", function() ::again:: goto again end)

killed("cpu", "a loop to infinity", function() for _ = 1, math.huge do end end)

killed("cpu", "a loop that catches what ends it", function()
  while true do pcall(forever) end
end)

killed("cpu", "a loop in the handler of what ends a loop", function()
  while true do xpcall(forever, forever) end
end)

killed("cpu", "a loop in a coroutine", function() coroutine.wrap(forever)() end)

killed("cpu", "a loop in the innermost of many coroutines", function()
  local function nest(n)
    if n == 0 then forever() end
    coroutine.wrap(nest)(n - 1)
  end
  nest(50)
end)

killed("cpu", "a coroutine whose resumer goes on", function()
  while true do coroutine.resume(coroutine.create(forever)) end
end)

killed("cpu", "tail calls for ever", function()
  local function f() return f() end
  f()
end)

killed("cpu", "two coroutines that resume each other's successors", function()
  local function run() coroutine.wrap(function() end)() end
  while true do run() end
end)

-- A virtual thread can't be put aside where its stack is deeper than about half of what it may be.
local function far_down(touch)
  local function descend(depth)
    if depth == 0 then return touch() end
    return 1 + descend(depth - 1)
  end
  local deepest, beyond = 1, 1000000
  local work = touch
  touch = function() return 0 end
  while beyond - deepest > 1 do
    local depth = (deepest + beyond) // 2
    if pcall(descend, depth) then deepest = depth else beyond = depth end
  end
  touch = work
  while true do pcall(descend, deepest * 4 // 5) end
end

killed("cpu", "a loop far down the stack", function()
  far_down(function() while true do pcall(forever) end end)
end)

killed("memory", "a table far down the stack", function()
  far_down(function()
    local t = {}
    local function grow() while true do t[#t + 1] = {#t} end end
    while true do pcall(grow) end
  end)
end)

for _, event in ipairs {"index", "newindex", "add", "concat", "len", "eq", "lt", "call", "tostring"} do
  killed("cpu", "a loop in __" .. event, function()
    local meta = {["__" .. event] = forever}
    local a, b = setmetatable({}, meta), setmetatable({}, meta)
    local uses = {
      index = function() return a.x end,
      newindex = function() a.x = 1 end,
      add = function() return a + 1 end,
      concat = function() return a .. "" end,
      len = function() return #a end,
      eq = function() return a == b end,
      lt = function() return a < b end,
      call = function() return a() end,
      tostring = function() return tostring(a) end,
    }
    while true do pcall(uses[event]) end
  end)
end

killed("cpu", "a loop in __close after an error", function()
  local guard <close> = setmetatable({}, {__close = forever})
  error("first")
end)

killed("cpu", "a loop in __close of a closed coroutine", function()
  local co = coroutine.create(function()
    local guard <close> = setmetatable({}, {__close = forever})
    coroutine.yield()
  end)
  coroutine.resume(co)
  pcall(coroutine.close, co)
end)

killed("cpu", "closing what a kill has left open", function()
  local guard <close> = setmetatable({}, {__close = function() print("closed") end})
  forever()
end)

killed("cpu", "a loop in a comparator", function() pcall(table.sort, {3, 2, 1}, forever) end)

killed("cpu", "a loop in a replacement", function() pcall(string.gsub, "x", "x", forever) end)

killed("cpu", "a loop in an iterator", function() for _ in forever do end end)

killed("cpu", "a loop in a reader of load", function() pcall(load, forever) end)

killed("cpu", "a reader of load that never ends", function()
  while true do pcall(load, function() return " " end) end
end)

killed("cpu", "a pattern that tries all", function()
  return ("a"):rep(60):find(("a?"):rep(60) .. ("a"):rep(60))
end)

killed("cpu", "a pattern of lazy parts", function() return ("a"):rep(2e5):find(".-.-.-b") end)

killed("cpu", "a pattern of greedy parts", function() return ("a"):rep(2e5):match("a*a*a*a*b") end)

killed("cpu", "a balance that has none", function()
  while true do ("("):rep(1e6):find("%b()") end
end)

killed("cpu", "few calls over many bytes", function()
  local s = ("x"):rep(1e6)
  while true do s:upper():reverse() end
end)

killed("cpu", "replacing in much", function()
  local s = ("x"):rep(1e6)
  while true do s:gsub(".", "y") end
end)

killed("cpu", "searching plainly in much", function()
  local s = ("a"):rep(1e6)
  while true do s:find(("a"):rep(1e5) .. "b", 1, true) end
end)

killed("cpu", "inserting before many", function()
  local t = {}
  for i = 1, 1e5 do t[i] = i end
  while true do
    table.insert(t, 1, 0)
    table.remove(t, 1)
  end
end)

killed("cpu", "moving what is not there", function() table.move({}, 1, math.maxinteger - 1, 2) end)

killed("cpu", "joining with a length that lies", function()
  table.concat(setmetatable({}, {__len = function() return 1 << 40 end, __index = function() return "" end}))
end)

killed("cpu", "unpacking bits for ever", function()
  local s = ("x"):rep(1e6)
  while true do utf8.len(s) end
end)

killed("cpu", "formatting for ever", function() while true do ("%99.99f"):format(1 / 3) end end)

killed("cpu", "compiling for ever", function() while true do load("return 1") end end)

killed("cpu", "sorting the same for ever", function()
  local t = {}
  for i = 1, 1e5 do t[i] = i end
  while true do table.sort(t, function(a, b) return a > b end) end
end)

killed("cpu", "an endless recursion that is caught each time", function()
  local function f() return 1 + f() end
  while true do pcall(f) end
end)

-- memory ------------------------------------------------------------------------------------------

killed("memory", "a table that grows", function()
  local t = {}
  for i = 1, math.huge do t[i] = {i} end
end)

killed("memory", "a table that grows where errors are caught", function()
  local t = {}
  while true do pcall(function() while true do t[#t + 1] = {} end end) end
end)

killed("memory", "a table that grows in a coroutine", function()
  local grow = coroutine.wrap(function()
    local t = {}
    while true do t[#t + 1] = {} end
  end)
  pcall(grow)
end)

killed("memory", "keys of a table", function()
  local t = {}
  for i = 1, math.huge do t["key" .. i] = true end
end)

killed("memory", "a global table that grows", function()
  kept = {}
  for i = 1, math.huge do kept[i] = {} end
end)

killed("memory", "strings", function()
  local t = {}
  for i = 1, math.huge do t[i] = ("x"):rep(1e5) .. i end
end)

killed("memory", "a chain of closures", function()
  local f = function() end
  while true do
    local last = f
    f = function() return last end
  end
end)

killed("memory", "what suspended coroutines hold", function()
  local t = {}
  for i = 1, 90 do
    t[i] = coroutine.wrap(function()
      local mine = {}
      for k = 1, 50000 do mine[k] = k + 0.5 end
      coroutine.yield()
      return mine
    end)
    t[i]()
  end
end)

killed("memory", "arguments on the stack", function()
  local values = {}
  for i = 1, 1e5 do values[i] = i + 0.5 end
  local function deeper(...)
    local own = {...}
    local n = deeper(...)
    return n + #own
  end
  deeper(table.unpack(values))
end)

killed("memory", "a table constructor that is returned again and again", function()
  local t = {}
  while true do t = {t, t, {1, 2, 3, 4, 5, 6, 7, 8}} end
end)

-- sizes -------------------------------------------------------------------------------------------

fails("resulting string too large", "a repetition", function() ("a"):rep(2 ^ 27) end)

fails("resulting string too large", "a repetition that overflows", function()
  ("abc"):rep(math.maxinteger)
end)

fails("resulting string too large", "a repetition of nothing with a separator", function()
  (""):rep(1e8, "x")
end)

fails("resulting string too large", "a string doubled", function()
  local s = "x"
  for _ = 1, 40 do s = s .. s end
end)

fails("resulting string too large", "many replaced by much", function()
  ("x"):rep(20000):gsub("", ("y"):rep(20000))
end)

fails("resulting string too large", "many joined", function()
  local t = {}
  for i = 1, 1e5 do t[i] = "0123456789" end
  table.concat(t, ("-"):rep(1000))
end)

fails("resulting string too large", "a long comment", function() load("--[" .. ("="):rep(5e7)) end)

fails("resulting string too large", "pieces that load joins", function()
  assert(load(function() return ("x"):rep(1e5) end))
end)

fails("resulting string too large", "a packed string", function() ("s4"):pack(("x"):rep(4e6)) end)

fails("too many results to unpack", "a hundred million results", function()
  table.unpack({}, 1, 1e8)
end)

fails("too many results to unpack", "results of a length that lies", function()
  table.unpack(setmetatable({}, {__len = function() return math.maxinteger end}))
end)

fails("string slice too long", "the bytes of a long string", function()
  (("x"):rep(1.5e6)):byte(1, -1)
end)

fails("too many coroutines (limit is 100)", "three thousand coroutines", function()
  local t = {}
  for i = 1, 3000 do
    t[i] = coroutine.create(coroutine.yield)
    assert(coroutine.resume(t[i]))
  end
end)

harmless("three thousand coroutines that end", function()
  for _ = 1, 3000 do coroutine.wrap(function() end)() end
end)

killed("output", "a flood of lines", function() while true do print("flood") end end)

-- depth -------------------------------------------------------------------------------------------

fails("stack overflow", "a recursion", function()
  local function f() return 1 + f() end
  f()
end)

for _, event in ipairs {"index", "tostring", "concat", "call", "len"} do
  fails("stack overflow", "a recursion in __" .. event, function()
    local meta = {}
    local t = setmetatable({}, meta)
    meta.__index = function(_, k) return t[k .. "x"] end
    meta.__tostring = function() return tostring(t) end
    meta.__concat = function() return t .. t end
    meta.__call = function() return 1 + t() end
    meta.__len = function() return 1 + #t end
    local uses = {
      index = function() return t.x end,
      tostring = function() return tostring(t) end,
      concat = function() return t .. t end,
      call = function() return t() end,
      len = function() return #t end,
    }
    uses[event]()
  end)
end

fails("stack overflow", "a recursion through a replacement", function()
  local function f() return ("x"):gsub("x", f) end
  f()
end)

fails("stack overflow", "a recursion through sorting", function()
  local function f() table.sort({2, 1}, f) return true end
  f()
end)

fails("too many coroutines", "coroutines within coroutines", function()
  local function f() coroutine.wrap(f)() end
  f()
end)

harmless("what is printed at the end of the stack", function()
  local function f() print("deep") return 1 + f() end
  pcall(f)
end)

harmless("coroutines at the end of the stack", function()
  local function f()
    local co = coroutine.wrap(coroutine.yield)
    co()
    return 1 + f()
  end
  pcall(f)
end)

harmless("code that is loaded at the end of the stack", function()
  local count = 0
  local function f()
    count = count + 1
    if count % 100 == 0 then load("return " .. count)() end
    return 1 + f()
  end
  pcall(f)
end)

harmless("nested brackets", function()
  for _, open in ipairs {"(", "{", "[[", "function() ", "a.b(", "- ", "not "} do
    assert(not load("return " .. open:rep(1e4)))
  end
  assert(load("return 1" .. (" .. 1"):rep(150)))
end)

local function constants(thousands)
  local parts = {}
  for i = 1, thousands do
    local t = {}
    for k = 1, 1000 do t[k] = i * 1000 + k end
    parts[i] = table.concat(t, ",")
  end
  return "return {" .. table.concat(parts, ",") .. "}"
end

harmless("ten thousand constants", function() assert(load(constants(10))) end)
killed("memory", "three hundred thousand constants", function() load(constants(300)) end)
killed("cpu", "loading constants for ever", function()
  local text = constants(10)
  while true do assert(load(text)) end
end)

-- what is everybody's -----------------------------------------------------------------------------

local shared = {
  "string.format = nil", "string.x = 1", "rawset(string, 'x', 1)", "table.insert(string, 1)",
  "table.remove(string)", "table.move({1}, 1, 1, 1, string)", "table.sort(string)",
  "setmetatable(string, {})", "setmetatable(_G, {})", "getmetatable('').__index = {}",
  "getmetatable('').__index.upper = print", "setmetatable('', {})", "next(string).x = 1",
  "for k in pairs(string) do string[k] = nil end", "table.concat.x = 1",
}
for _, code in ipairs(shared) do
  fails("", "changing the library: " .. code, load(code))
end

for _, name in ipairs {
  "io", "os.exit", "os.execute", "os.getenv", "os.remove", "os.rename", "os.tmpname", "debug.sethook",
  "debug.getinfo", "debug.setmetatable", "debug.getupvalue", "package", "luajava", "dofile", "loadfile",
  "newproxy", "string.dump",
} do
  harmless("there is no " .. name, function() assert(load("return " .. name)() == nil) end)
end

for _, name in ipairs {
  "org.luaj.vm2.lib.jse.LuajavaLib", "org.luaj.vm2.lib.jse.JseOsLib", "org.luaj.vm2.lib.jse.JseIoLib",
  "org.luaj.vm2.lib.DebugLib", "java.lang.Runtime", "../../etc/passwd", "/etc/passwd", "attacks\0x",
} do
  fails("not found", "requiring " .. name:gsub("%z", "0"), function() require(name) end)
end

harmless("code that was compiled before", function()
  assert(not load("\27Lua", "x", "b"))
  assert(not load("\27Lua", "x", "bt"))
end)

harmless("collecting fifty times", function() for _ = 1, 50 do collectgarbage() end end)

harmless("an order that is none", function()
  for seed = 1, 100 do
    local t = {}
    for i = 1, 50 do t[i] = i * seed % 17 end
    pcall(table.sort, t, function() return true end)
    pcall(table.sort, t, function(a, b) return a <= b end)
  end
end)

harmless("an error that can't be told", function()
  pcall(error, setmetatable({}, {__tostring = function() error("again") end}))
  xpcall(error, function(e) error(e) end)
end)

local handlers = {names = {}}
for name, each in pairs(attacks) do
  handlers.names[#handlers.names + 1] = name .. "\t" .. each.ending
  handlers[name] = each.body
end
table.sort(handlers.names)
function handlers.list() return table.concat(handlers.names, "\n") end
return handlers
