package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Timer;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Functions that run at once for one that waits for all of them, or for some. */
final class Together implements Held {

    private final Group group = new Group();
    private final List<Ending> endings = new ArrayList<>();
    private @Nullable Ending good;
    private @Nullable Ending bad;
    private boolean late;

    /** The first result of each; or the first failure, with which the others are canceled. */
    static Varargs all(Table functions) {
        return with(together -> together.beginAll(functions).results());
    }

    /** The results of the first that ends well; if none does, nil and the last error. */
    static Varargs any(Table functions) {
        return with(together -> {
            together.beginAll(functions).group.await(() -> together.good != null);
            return together.good == null ? told(together.bad) : together.good.passOn();
        });
    }

    /** What the first comes to that ends, well or not. */
    static Varargs race(Table functions) {
        return with(together -> {
            together.beginAll(functions)
                    .group
                    .await(() -> together.good != null || together.bad != null);
            Ending first = together.good == null ? together.bad : together.good;
            return first == null ? LuaValue.NONE : first.passOn();
        });
    }

    /** The first result of a function for each item, so many of them at once. */
    static Varargs map(Table items, LuaValue function, long concurrency) {
        return with(together -> {
            int count = items.rawlen();
            for (int i = 1; i <= count && together.bad == null; i++) {
                together.begin(function, LuaValue.varargsOf(items.rawget(i), LuaInt.of(i)));
                together.group.await(
                        () -> together.bad != null || together.group.open() < concurrency);
            }
            return together.results();
        });
    }

    /** What a function comes to; or nil and an error, if that takes too long. */
    static Varargs timeout(Duration limit, LuaValue function, Varargs arguments) {
        return with(together -> together.inTime(limit, together.begin(function, arguments)));
    }

    private Varargs inTime(Duration limit, Ending ending) {
        Tasks tasks = Coroutine.running().tasks();
        Timer alarm =
                tasks.after(
                        limit,
                        () -> {
                            late = true;
                            group.look();
                        });
        try {
            group.await(() -> late);
            return ending.isOver() ? ending.passOn() : late(limit);
        } finally {
            tasks.timers().cancel(alarm);
        }
    }

    private static Varargs late(Duration limit) {
        return ErrorValue.failure(
                Kind.TIMEOUT, "it took longer than %d ms".formatted(limit.toMillis()));
    }

    private static Varargs told(@Nullable Ending ending) {
        return ending == null ? LuaValue.NONE : ending.tell();
    }

    /** Ends those that go on, whatever has come of it. */
    private static Varargs with(Function<Together, Varargs> use) {
        Together together = new Together();
        // Not a try with a resource: what ends the use may be thrown by those that go on, too.
        try {
            return use.apply(together);
        } finally {
            together.group.close();
        }
    }

    private Together beginAll(Table functions) {
        for (int i = 1; i <= functions.rawlen(); i++) {
            begin(functions.rawget(i), LuaValue.NONE);
        }
        return this;
    }

    private Ending begin(LuaValue function, Varargs arguments) {
        Ending ending = new Ending(this::note);
        endings.add(ending);
        group.begin(function, arguments, ending);
        return ending;
    }

    private void note(Ending ending) {
        if (ending.isGood() && good == null) {
            good = ending;
        } else if (ending.isBad()) {
            bad = bad == null ? ending : bad;
        }
    }

    private Varargs results() {
        group.await(() -> bad != null);
        if (bad != null) {
            return bad.passOn();
        }
        Table results = new Table(endings.size(), 0);
        for (int i = 0; i < endings.size(); i++) {
            results.rawset(i + 1, endings.get(i).passOn().arg1());
        }
        return results;
    }
}
