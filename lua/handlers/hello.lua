local hello = {}

function hello.greet(req)
  return { message = "Hello " .. req.params.name }
end

return hello
