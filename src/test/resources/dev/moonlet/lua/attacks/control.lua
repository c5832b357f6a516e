-- An honest neighbour.
local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end

return {
  run = function()
    local words = {}
    for word in ("what is served to others"):gmatch("%a+") do words[#words + 1] = word:upper() end
    table.sort(words)
    local co = coroutine.wrap(function() coroutine.yield(fib(15)) end)
    return table.concat(words, " ") .. " " .. co()
  end,
}
