-- Floats in fields of tables.
local DAYS = 365.24
local SOLAR_MASS = 4 * math.pi * math.pi

local function body(x, y, z, vx, vy, vz, mass)
    return {
        x = x, y = y, z = z,
        vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS,
        mass = mass * SOLAR_MASS,
    }
end

local function system()
    return {
        body(0, 0, 0, 0, 0, 0, 1),
        body(4.84143144, -1.16032004, -0.10362204, 0.00166007, 0.00769901, -0.00006904, 0.00095479),
        body(8.34336671, 4.12479856, -0.40352341, -0.00276742, 0.00499852, 0.00002304, 0.00028588),
        body(12.89436956, -15.1111514, -0.22330757, 0.00296460, 0.00237847, -0.00002965, 0.00004366),
        body(15.37969711, -25.91931460, 0.17925877, 0.00268067, 0.00162824, -0.00009515, 0.00005151),
    }
end

local function attract(a, bodies, from, step)
    for i = from, #bodies do
        local b = bodies[i]
        local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        local square = dx * dx + dy * dy + dz * dz
        local pull = step / (square * square ^ 0.5)
        a.vx = a.vx - dx * b.mass * pull
        a.vy = a.vy - dy * b.mass * pull
        a.vz = a.vz - dz * b.mass * pull
        b.vx = b.vx + dx * a.mass * pull
        b.vy = b.vy + dy * a.mass * pull
        b.vz = b.vz + dz * a.mass * pull
    end
end

local function advance(bodies, step)
    for i = 1, #bodies do
        attract(bodies[i], bodies, i + 1, step)
    end
    for i = 1, #bodies do
        local each = bodies[i]
        each.x = each.x + step * each.vx
        each.y = each.y + step * each.vy
        each.z = each.z + step * each.vz
    end
end

function work()
    local bodies = system()
    for _ = 1, 20000 do
        advance(bodies, 0.01)
    end
    return bodies[1].x
end
