-- Methods, inherited and not, and fields that change.
local Account = {}
Account.__index = Account

function Account.new(owner, balance)
    return setmetatable({ owner = owner, balance = balance, moves = 0 }, Account)
end

function Account:deposit(amount)
    self.balance = self.balance + amount
    self.moves = self.moves + 1
end

function Account:total()
    return self.balance
end

local Saving = setmetatable({}, { __index = Account })
Saving.__index = Saving

function Saving.new(owner, balance)
    return setmetatable({ owner = owner, balance = balance, moves = 0, rate = 2 }, Saving)
end

function Saving:interest()
    self:deposit(math.floor(self:total() * self.rate / 100))
end

function work()
    local accounts = {}
    for i = 1, 100 do
        accounts[i] = i % 2 == 0 and Account.new("a" .. i, i) or Saving.new("s" .. i, i)
    end
    local sum = 0
    for round = 1, 5000 do
        for i = 1, #accounts do
            local account = accounts[i]
            account:deposit(round % 7)
            if account.rate and round % 1000 == 0 then
                account:interest()
            end
            sum = sum + account:total() % 10
        end
    end
    return sum
end
