package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.signature.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

/** Objects of Java answer to operators, and to no functions but their own. */
class ObjectTypeTest {

    private record Money(long cents) {}

    private static final ObjectType<Money> MONEY =
            ObjectType.named("bank.Money", Money.class)
                    .method(
                            ModuleFunction.named("cents")
                                    .returns(Types.INTEGER)
                                    .does(given -> LuaInt.of(cents(given, 1))))
                    .metamethod(
                            ModuleFunction.named("__add")
                                    .takes("left", Types.ANY)
                                    .takes("right", Types.ANY)
                                    .does(given -> money(cents(given, 1) + cents(given, 2))))
                    .metamethod(
                            ModuleFunction.named("__eq")
                                    .takes("left", Types.ANY)
                                    .takes("right", Types.ANY)
                                    .does(given ->
                                            LuaValue.valueOf(cents(given, 1) == cents(given, 2))))
                    .metamethod(
                            ModuleFunction.named("__lt")
                                    .takes("left", Types.ANY)
                                    .takes("right", Types.ANY)
                                    .does(given ->
                                            LuaValue.valueOf(cents(given, 1) < cents(given, 2))))
                    .metamethod(
                            ModuleFunction.named("__len")
                                    .takes("self", Types.ANY)
                                    .does(given ->
                                            LuaValue.valueOf(
                                                    Long.toString(cents(given, 1)).length())))
                    .metamethod(
                            ModuleFunction.named("__call")
                                    .takes("self", Types.ANY)
                                    .takes("times", Types.INTEGER)
                                    .does(given -> money(cents(given, 1) * given.integer(2))))
                    .metamethod(
                            ModuleFunction.named("__tostring")
                                    .takes("self", Types.ANY)
                                    .does(given -> Text.of(cents(given, 1) + " cents")));

    private static final ObjectType<Money> LOOKALIKE = ObjectType.named("bank.Money", Money.class);

    private final TestKit kit =
            TestKit.of(() ->
                    Definition.of("bank", "Keeps money.")
                            .with(MONEY)
                            .with(LOOKALIKE)
                            .with(
                                    ModuleFunction.named("money")
                                            .takes("cents", Types.INTEGER)
                                            .returns(MONEY)
                                            .does(given -> money(given.integer(1))))
                            .with(
                                    ModuleFunction.named("keep")
                                            .takes("what", MONEY)
                                            .returns(Types.INTEGER)
                                            .does(given -> LuaInt.of(cents(given, 1))))
                            .with(
                                    ModuleFunction.named("lookalike")
                                            .returns(LOOKALIKE)
                                            .does(_ -> LOOKALIKE.of(new Money(1)))));

    private static LuaValue money(long cents) {
        return MONEY.of(new Money(cents));
    }

    private static long cents(Arguments given, int i) {
        return given.object(i, ObjectTypeTest.MONEY).cents();
    }

    @Test
    void answersToOperators() {
        assertThat(
                        kit.run(
                                """
                                local money = require 'bank'.money
                                local five, six = money(5), money(6)
                                return (five + six):cents(), five == money(5), five ~= six, five < six,
                                  #money(123), five(3):cents(), tostring(six)\
                                """))
                .isEqualTo(List.of(11L, true, true, true, 3L, 15L, "6 cents"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    bank.keep(bank.lookalike())    ; bad argument #1 to 'keep' (bank.Money expected, got bank.Money)
                    bank.keep({})                  ; bad argument #1 to 'keep' (bank.Money expected, got table)
                    bank.keep(7)                   ; bad argument #1 to 'keep' (bank.Money expected, got number)
                    bank.keep()                    ; bad argument #1 to 'keep' (bank.Money expected, got no value)
                    bank.money(1).cents()          ; bad argument #1 to 'cents' (bank.Money expected, got no value)
                    bank.money(1)('x')             ; bad argument #2 to '__call' (number expected, got string)
                    """)
    void refusesForeignObjects(String call, String message) {
        assertThatThrownBy(() -> kit.run("local bank = require 'bank' " + call))
                .hasMessage("test.lua:1: " + message);
    }
}
