-- Behind a program that defines work: runs it until it is warm, then prints what a run of it takes in
-- milliseconds, the best of several batches.
local warm, batches = tonumber(arg[1]), tonumber(arg[2])
local result

local function batch(rounds)
    local start = os.clock()
    for _ = 1, rounds do
        result = work()
    end
    return os.clock() - start
end

local rounds = 1
while batch(rounds) < 0.1 do
    rounds = rounds * 2
end
local start = os.time()
repeat
    batch(rounds)
until os.time() - start >= warm
local best = math.huge
for _ = 1, batches do
    best = math.min(best, batch(rounds) / rounds)
end
print(string.format("%.3f %.6g", best * 1000, result))
