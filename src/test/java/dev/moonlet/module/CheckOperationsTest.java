package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.operation.Scope;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** What modules ask for is performed by somebody. */
class CheckOperationsTest {

    private record Ring(String bell) implements Operation {}

    private static final class RingDispatcher implements Dispatcher<Ring> {

        @Override
        public @Nullable Object perform(Ring ring, Scope scope) {
            return null;
        }
    }

    private static final Module BELLS =
            () ->
                    Definition.of("bells", "")
                            .with(
                                    ModuleFunction.named("ring")
                                            .asks(
                                                    Ring.class,
                                                    _ -> new Ring("big"),
                                                    _ -> LuaValue.NIL));

    private static CheckOperations check(List<Dispatcher<?>> dispatchers) {
        return new CheckOperations(
                new Modules(List.of(BELLS), Forbidden.NOTHING),
                new Dispatchers(
                        dispatchers, (_, _) -> true, Clock.systemUTC(), OperationListener.NONE));
    }

    @Test
    void namesWhatNobodyPerforms() {
        assertThatThrownBy(() -> check(List.of()))
                .hasMessageContaining(
                        "'ring' of module 'bells' asks for "
                                + Ring.class.getName()
                                + ", which nobody performs: add a bean that implements"
                                + " Dispatcher<Ring>");
    }

    @Test
    void isContentWhenSomebodyDoes() {
        assertThat(check(List.of(new RingDispatcher()))).isNotNull();
    }
}
