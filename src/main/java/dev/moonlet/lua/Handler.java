package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.ScriptError;
import java.util.Objects;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * The function that an invocation calls, in a coroutine of its own: if it yields, it is done when
 * somebody has resumed it to its end.
 *
 * @param <T> what its results become
 */
final class Handler<T> extends Body {

    private final Call<T> call;
    private final State state;
    private final Coroutine<T> main;

    Handler(Call<T> call, State state, Coroutine<T> main) {
        this.call = call;
        this.state = state;
        this.main = main;
    }

    Step<T> run() {
        LuaCoroutine coroutine = main.asScript(this);
        try {
            coroutine.begin(LuaValue.NONE);
        } catch (CoroutineClosed canceled) {
            throw canceled;
        } catch (LuaError error) {
            LuaValue last = coroutine.close();
            main.comesTo(failed(last == null ? ScriptError.value(error) : last));
        }
        return Objects.requireNonNull(main.outcome());
    }

    @Override
    public Varargs apply(Varargs none) {
        try {
            Varargs results = Calls.apply(state.function(call.function()), call.arguments());
            main.comesTo(new Step.Returned<>(call.result(results)));
            return results;
        } catch (CoroutineClosed closed) {
            if (main.hasLeft()) {
                fail(Text.of(ended()));
            }
            throw closed;
        } catch (LuaError error) {
            fail(ScriptError.value(error));
            throw error;
        } catch (StackOverflowError overflow) {
            fail(Failures.overflow(overflow));
            throw overflow;
        }
    }

    private String ended() {
        String place = main.closedAt();
        return place == null
                ? "%s was canceled with the function that has resumed it".formatted(call.function())
                : "%s: %s was closed by coroutine.close before it has returned"
                        .formatted(place, call.function());
    }

    private void fail(LuaValue error) {
        main.kin().cancelChildren();
        main.comesTo(failed(error));
    }

    private Step<T> failed(LuaValue error) {
        return new Step.Failed<>(new Failure.Raised(State.text(error), call.raised(error)));
    }
}
