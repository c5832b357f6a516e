-- Runs specs with lua5.4 itself, to see that they expect what Lua does:
--
--   lua5.4 src/test/resources/dev/moonlet/lua/run-specs.lua [SPECS]
--
-- Without arguments all but those of Moonlet's own (moonlet_*_spec.lua).

local here = arg[0]:match("^(.*)/") or "."
local passed, failed = 0, 0

local function run(children, path)
  for _, child in ipairs(children) do
    local name = path .. " > " .. child.name
    if child.children then
      run(child.children, name)
    else
      local failure = child.run()
      if failure then
        failed = failed + 1
        print(name .. "\n  " .. failure)
      else
        passed = passed + 1
      end
    end
  end
end

local function run_file(file)
  local spec = dofile(here .. "/spec.lua")
  describe, it, expect = spec.describe, spec.it, spec.expect
  dofile(file)
  run(spec.children, file:match("[^/]*$"))
end

local function specs_of_the_manual()
  local files = {}
  for file in io.popen("ls " .. here .. "/manual/*_spec.lua"):lines() do
    if not file:find("/moonlet_[^/]*$") then
      table.insert(files, file)
    end
  end
  return files
end

for _, file in ipairs(#arg > 0 and arg or specs_of_the_manual()) do
  run_file(file)
end
print(passed .. " passed, " .. failed .. " failed")
os.exit(failed == 0)
