package dev.moonlet.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.security.Caller;
import dev.moonlet.security.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchersTest {

    private static final Scope SCOPE = new Scope("1", Caller.ANONYMOUS, Instant.MAX);

    @Test
    void findsADispatcherByItsOperation() {
        assertThat(dispatchers(new Doubler()).perform(new Twice(4), SCOPE))
                .isEqualTo(new Answer.Value(8));
    }

    @Test
    void findsADispatcherByTheSealedInterfaceOfItsOperations() {
        Dispatchers dispatchers = dispatchers(new Calculator());

        assertThat(dispatchers.perform(new Sum.Plus(4, 3), SCOPE)).isEqualTo(new Answer.Value(7));
        assertThat(dispatchers.perform(new Sum.Minus(4, 3), SCOPE)).isEqualTo(new Answer.Value(1));
    }

    @Test
    void keepsTheTextOfAnUnexpectedFailure() {
        assertThat(dispatchers(new Doubler()).perform(new Twice(-1), SCOPE))
                .isEqualTo(new Answer.Failed(Kind.INTERNAL, "internal error"));
    }

    @Test
    void tellsPeopleNothingOfWhatAnOperationHolds() {
        assertThat(new Twice(4711).title()).isEqualTo("Twice numbers");
    }

    @Test
    void passesAFailureOn() {
        assertThat(dispatchers(new Doubler()).perform(new Twice(0), SCOPE))
                .isEqualTo(new Answer.Failed(Kind.INVALID, "nothing to double"));
    }

    @Test
    void asksForThePermissionFirst() {
        Dispatchers denying =
                new Dispatchers(
                        List.of(new Doubler()),
                        (_, _) -> false,
                        Clock.systemUTC(),
                        OperationListener.NONE);

        assertThat(denying.perform(new Twice(4), SCOPE))
                .isEqualTo(new Answer.Failed(Kind.PERMISSION_DENIED, "permission denied"));
    }

    @Test
    void beginsNothingAfterTheDeadline() {
        Scope late = new Scope("1", Caller.ANONYMOUS, Instant.EPOCH);

        assertThat(dispatchers(new Doubler()).perform(new Twice(4), late))
                .isEqualTo(new Answer.Failed(Kind.TIMEOUT, "no time is left"));
    }

    @Test
    void refusesTwoDispatchersForOneOperation() {
        assertThatThrownBy(() -> dispatchers(new Doubler(), new Doubler()))
                .hasMessageStartingWith("both dev.moonlet.operation.DispatchersTest$Doubler and")
                .hasMessageEndingWith("remove one");
    }

    @Test
    void refusesADispatcherThatDoesNotSayItsOperation() {
        Dispatcher<Twice> lambda = (operation, _) -> operation;

        assertThatThrownBy(() -> dispatchers(lambda))
                .hasMessageContaining("does not say which operation it performs");
    }

    private static Dispatchers dispatchers(Dispatcher<?>... dispatchers) {
        return new Dispatchers(
                List.of(dispatchers), (_, _) -> true, Clock.systemUTC(), OperationListener.NONE);
    }

    private sealed interface Sum extends Operation {

        record Plus(int a, int b) implements Sum {}

        record Minus(int a, int b) implements Sum {}
    }

    private static final class Calculator implements Dispatcher<Sum> {

        @Override
        public Object perform(Sum operation, Scope scope) {
            return switch (operation) {
                case Sum.Plus(int a, int b) -> a + b;
                case Sum.Minus(int a, int b) -> a - b;
            };
        }
    }

    private record Twice(int number) implements Operation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("test.double", "numbers"));
        }
    }

    private static final class Doubler implements Dispatcher<Twice> {

        @Override
        public @Nullable Object perform(Twice operation, Scope scope) throws OperationFailed {
            if (operation.number() == 0) {
                throw new OperationFailed(Kind.INVALID, "nothing to double");
            }
            if (operation.number() < 0) {
                throw new IllegalStateException("a secret");
            }
            return operation.number() * 2;
        }
    }
}
