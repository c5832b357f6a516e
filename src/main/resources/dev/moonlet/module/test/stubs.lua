---@meta

---Only test files have these, lua/tests/*_test.lua, and the scripts that they require.

---Opens a block of tests.
---@param name string
---@param body fun()
function describe(name, body) end

---Adds a test; without a function it is skipped.
---@param name string
---@param body? fun()
function it(name, body) end

---Adds a test that is skipped.
---@param name string
---@param body? fun()
function pending(name, body) end

---Runs before each test of the block, and of the blocks in it.
---@param body fun()
function before_each(body) end

---Runs after each test of the block, and of the blocks in it.
---@param body fun()
function after_each(body) end

---Opens a block whose tests are run by a caller.
---@param name string
---@param scopes string[]
---@param body fun()
function as(name, scopes, body) end

---What a test may expect of a value.
---@class tests.Expectation
---@field never tests.Expectation what must not be so
---@field to_be fun(other: any) the same
---@field to_equal fun(other: any) the same, or a table with equal values under the same keys
---@field to_be_nil fun()
---@field to_be_truthy fun() neither nil nor false
---@field to_contain fun(part: any) a text with this part, or a table with an equal value
---@field to_match fun(pattern: string) a text that matches
---@field to_be_near fun(number: number, tolerance?: number)
---@field to_have_length fun(length: integer)
---@field to_fail fun(pattern?: string) a function that raises an error, or returns nil and one
---@field to_fail_with_kind fun(kind: string) the same, with an error of this kind

---@param value any
---@return tests.Expectation
function expect(value) end
