local n
show(pcall(function() return n.x
, 1 end))
show(pcall(function() return n.
x, 1 end))
show(pcall(function() return 1, n.x
 end))
show(pcall(function() local a = n.x
, 1 end))
show(pcall(function() local a = 1, n.x
 end))
show(pcall(function() local a = n.x

return 1 end))
show(pcall(function() for i = n.x
, 1 do end end))
show(pcall(function() for i = 1, n.x
do end end))
show(pcall(function() for i = 1, 2, n.x
do end end))
show(pcall(function() for i in n.x
do end end))
show(pcall(function() for i in 1, n.x
, 1 do end end))
show(pcall(function() if n.x
then end end))
show(pcall(function() while n.x
do end end))
show(pcall(function() repeat until n.x
end))
show(pcall(function() a = n.x
, 1 end))
show(pcall(function() a.b, c = 1, n.x
 end))
show(pcall(function() a.b, c = n.x

, 2
 end))
show(pcall(function() return {n.x
, 1} end))
show(pcall(function() return {1, n.x
} end))
show(pcall(function() return {a = n.x
} end))
show(pcall(function() return {[n.x
] = 1} end))
show(pcall(function() return {[n.x] 
 = 1} end))
show(pcall(function() return a[n.x
] end))
show(pcall(function() return a[n.x]
 .y end))
show(pcall(function() return not n.x
 end))
show(pcall(function() return - n.x
 end))
show(pcall(function() return (n.x
) end))
show(pcall(function() return (n.x)
  end))
show(pcall(function() return n.x
and 1  end))
show(pcall(function() return 1 and n.x
 end))
show(pcall(function() return 1 or n.x
 end))
show(pcall(function() return n or n.x
 end))
show(pcall(function() return n or n.x
 , 1 end))
show(pcall(function() return n.x
 .. 1 end))
show(pcall(function() return 1 .. n.x
  end))
show(pcall(function() return 1 .. n.x
 .. 2  end))
show(pcall(function() return 1 < n.x

  end))
show(pcall(function() return n.x

 < 1 
  end))
show(pcall(function() n.x

 = 1 
  end))
show(pcall(function() n.x
  .y
 = 1 
  end))
show(pcall(function() n.x
  .y
 , a = 1 
  end))
show(pcall(function() f(n.x
 ) 
  end))
show(pcall(function() f(n.x
 , 1
 ) 
  end))
show(pcall(function() f(1, n.x
 
 ) 
  end))
show(pcall(function() n.x
 
 'x' 
  end))
show(pcall(function() n.x
 : y() 
  end))
local _ENV <const> = {show=show, pcall=pcall}
show(pcall(function(_ENV) return x
 , 1 end))
show(pcall(function(_ENV) x
 = 1 end))
show(pcall(function(_ENV) x
 .y = 1 end))
show(pcall(function(_ENV) return (
x
)  end))
show(pcall(function(_ENV) x
() end))
show(pcall(function(_ENV) return x
+ 1 end))
show(pcall(function(_ENV) return -x
+ 1 end))
show(pcall(function(_ENV) if x
then end end))
show(pcall(function(_ENV) if 1 then elseif not x
then end end))
show(pcall(function(n) if 1 and n.x
then end end))
show(pcall(function(n) if nil then elseif n.x
then end end))
show(pcall(function(n) if (n.x
)
then end end))
show(pcall(function(n) if n or n.x
then end end))
show(pcall(function(n) if n[1]
then end end))
show(pcall(function(n) if (n[1])
then end end))
show(pcall(function(n) if not n.x
then end end))
show(pcall(function(n) if n.x
then goto l end ::l:: end))
show(pcall(function(n) while n or n.x
do end end))
show(pcall(function(_ENV) function
 x
()
end
end))
show(pcall(function(_ENV) function
 x.y
()
end
end))
show(pcall(function(n) function
 n.x
()
end
end))
show(pcall(function(_ENV) x
, y 
 = 1 
 , 2
end))
show(pcall(function(_ENV) return {x
, 1 
 , 2
} end))
show(pcall(function(_ENV) return {1; x
; 1 
 , 2
} end))
show(pcall(function(_ENV) return {[x
] = 1} end))
show(pcall(function(_ENV) return {a = x
 , 1} end))
show(pcall(function(_ENV) return x
 :m() end))
show(pcall(function(_ENV) return x
 'm' end))
show(pcall(function(_ENV) return x
 {} end))
show(pcall(function(_ENV) return x
 .y.z end))
show(pcall(function(_ENV) return x
 [1] end))
show(pcall(function(_ENV) return show[x
 ] end))
show(pcall(function(_ENV) for i = x
 , 2 do end end))
show(pcall(function(_ENV) for i in x
 , 2 do end end))
show(pcall(function(_ENV) local a = x
 
 local b
end))
