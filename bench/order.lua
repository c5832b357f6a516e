-- What wrk sends: an order, as a client of either endpoint would.
wrk.method = "POST"
wrk.body = '{"item":"lantern","quantity":3,"price":19.5,"notes":["gift","no plastic, please"]}'
wrk.headers["Content-Type"] = "application/json"

dofile("bench/greeting.lua")
