show(pcall(function() return { n
(1)} end))
show(pcall(function() return { 1, n

{}} end))
show(pcall(function() return { n [[
]] } end))
show(pcall(function() return { n
.x
{} } end))
show(pcall(function() return { string
.x
{} } end))
show(pcall(function() return { (string)
.x
{} } end))
show(pcall(function() return { string
:x
(1)
,
{} } end))
show(pcall(function() return { string


, ( 
n (1))
} end))
show(pcall(function() return { n
= n
(1)
} end))
show(pcall(function() return { [n
(1)
]  = 1
} end))
show(load("return { f\n(1 }"))
show(load("return { f\n.x\n(1 }"))
show(load("return { f\n.x\n(1 \n }"))
show(load("return { f(\n1 \n }"))
show(load("return { (f\n)(1 \n }"))
show(load("return { f [[\n]] (1 \n }"))
