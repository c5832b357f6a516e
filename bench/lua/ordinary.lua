-- An ordinary script: what handlers and their helpers look like. Compiled many times over to measure the compiler.
local orders = {}

local STATES <const> = { new = 1, paid = 2, packed = 3, sent = 4, returned = 5 }
local LIMIT <const> = 100

local function round(amount)
    return math.floor(amount * 100 + 0.5) / 100
end

local function sum(items)
    local total, count = 0, 0
    for _, item in ipairs(items) do
        total = total + item.price * item.quantity
        count = count + item.quantity
    end
    return round(total), count
end

local function discount(customer, total)
    if customer.vip and total > 50 then
        return total * 0.1
    elseif customer.orders and #customer.orders >= 10 then
        return math.min(total * 0.05, LIMIT)
    end
    return 0
end

function orders.check(order)
    local problems = {}
    if type(order) ~= "table" then
        return nil, "an order is a table"
    end
    if not order.customer or order.customer.name == "" then
        problems[#problems + 1] = { pointer = "/customer", message = "who is it for?" }
    end
    for i, item in ipairs(order.items or {}) do
        if math.type(item.quantity) ~= "integer" or item.quantity < 1 then
            problems[#problems + 1] = {
                pointer = "/items/" .. (i - 1) .. "/quantity",
                message = ("%s is no quantity"):format(tostring(item.quantity)),
            }
        end
    end
    if #problems > 0 then
        return nil, problems
    end
    return true
end

function orders.place(order, clock)
    local fine, problems = orders.check(order)
    if not fine then
        return nil, problems
    end
    local total, count = sum(order.items)
    local less = discount(order.customer, total)
    return {
        id = order.id,
        state = "new",
        placed = clock and clock() or os.time(),
        total = round(total - less),
        discount = less > 0 and round(less) or nil,
        count = count,
        history = { { from = nil, to = "new" } },
    }
end

function orders.advance(order, to)
    local from, target = STATES[order.state], STATES[to]
    if not target then
        error("there is no state " .. tostring(to), 2)
    elseif target < from then
        return nil, ("an order can't go from %s back to %s"):format(order.state, to)
    end
    table.insert(order.history, { from = order.state, to = to })
    order.state = to
    return order
end

function orders.summary(list)
    local by, names = {}, {}
    for _, order in pairs(list) do
        local entry = by[order.state]
        if entry == nil then
            entry = { count = 0, total = 0 }
            by[order.state] = entry
            names[#names + 1] = order.state
        end
        entry.count = entry.count + 1
        entry.total = entry.total + order.total
    end
    table.sort(names, function(a, b)
        return STATES[a] < STATES[b]
    end)
    local lines = {}
    for i = 1, #names do
        local entry = by[names[i]]
        lines[i] = names[i] .. ": " .. entry.count .. " (" .. string.format("%.2f", entry.total) .. ")"
    end
    return table.concat(lines, "\n")
end

local Cart = {}
Cart.__index = Cart

function Cart.new(owner)
    return setmetatable({ owner = owner, items = {}, total = 0 }, Cart)
end

function Cart:add(name, price, quantity)
    quantity = quantity or 1
    local item = self.items[name]
    if item then
        item.quantity = item.quantity + quantity
    else
        self.items[name] = { name = name, price = price, quantity = quantity }
    end
    self.total = self.total + price * quantity
    return self
end

function Cart:remove(name)
    local item = self.items[name]
    if not item then
        return false
    end
    self.total = self.total - item.price * item.quantity
    self.items[name] = nil
    return true
end

function Cart:names()
    local names = {}
    for name in pairs(self.items) do
        names[#names + 1] = name
    end
    table.sort(names)
    return names
end

function Cart:each(visit)
    for _, name in ipairs(self:names()) do
        local keep = visit(self.items[name])
        if keep == false then
            break
        end
    end
end

orders.Cart = Cart

return orders
