package dev.moonlet.module.async;

import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.Definition;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.TestKit;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** How late things happen that are to happen at certain times. */
final class Punctuality {

    private static final TestKit KIT = TestKit.of(new AsyncModule(), Punctuality::watch);

    private Punctuality() {}

    private static Definition watch() {
        return Definition.of("watch", "")
                .with(
                        ModuleFunction.named("micros")
                                .does(_ -> LuaInt.of(System.nanoTime() / 1000)));
    }

    public static void main(String[] arguments) {
        all();
        all();
        timers();
        timers();
    }

    private static void all() {
        long[] millis = new long[20];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            Object _ =
                    KIT.run(
                            """
                            local async, functions = require "async", {}
                            for i = 1, 100 do functions[i] = function() return async.sleep(100) end end
                            return #async.all(functions)\
                            """);
            millis[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        Arrays.sort(millis);
        System.out.printf(
                "async.all of 100 sleeps of 100 ms: %d ms at the median, %d ms at most%n",
                millis[millis.length / 2], millis[millis.length - 1]);
    }

    private static void timers() {
        System.out.println(
                KIT.run(
                        """
                        local async, micros = require "async", require("watch").micros
                        local late, count = {}, 10000
                        for i = 1, count do
                          local ms = math.random(1, 1000)
                          local due = micros() + 1000 * ms
                          setTimeout(function() late[#late + 1] = micros() - due end, ms)
                          if i % 50 == 0 then async.sleep(0) end     -- or the first could not be called
                        end
                        while #late < count do async.sleep(50) end
                        table.sort(late)
                        return ("%d timers: late by %.1f ms at the median, %.1f at the 99th, %.1f at most")
                          :format(count, late[count // 2] / 1000, late[count * 99 // 100] / 1000, late[count] / 1000)\
                        """));
    }
}
