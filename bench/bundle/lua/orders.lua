local orders = {}

function orders.greet(req)
  return { message = "Hello " .. req.params.name }
end

function orders.place(req)
  local order = req.body
  return {
    id = req.params.id,
    item = order.item,
    total = order.quantity * order.price,
    express = req.query.express,
    notes = #order.notes,
  }
end

return orders
