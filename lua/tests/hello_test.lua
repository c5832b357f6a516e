local api = require "api"
local hello = require "handlers.hello"

describe("hello", function()
  it("greets by name", function()
    expect(hello.greet { params = { name = "Ann" } }).to_equal { message = "Hello Ann" }
  end)

  it("is served", function()
    local response = api.get("/hello/bob")
    expect(response.status).to_be(200)
    expect(response:json().message).to_be("Hello bob")
  end)
end)
