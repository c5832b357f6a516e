package dev.moonlet.lua.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaValue;

/** Numbers as text and back; every expectation is what C Lua 5.4 prints. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "1e15, 1e+15",
        "1e14, 1e+14",
        "99999999999999, 99999999999999.0",
        "123456789012345, 1.2345678901234e+14",
        "0.1, 0.1",
        "0.333333333333333333, 0.33333333333333",
        "-1e-5, -1e-05",
        "1e100, 1e+100",
        "9007199254740992, 9.007199254741e+15",
        "1e-4, 0.0001",
        "4.9e-324, 4.9406564584125e-324",
        "-0.0, -0.0",
        "3.14159265358979, 3.1415926535898",
        "2.5, 2.5",
        "100, 100.0",
        "1e16, 1e+16"
    })
    void areWrittenWithFourteenDigits(double value, String text) {
        assertThat(Numbers.text(value).tojstring()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "' 10 ', 10",
        "-7, -7",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9.2233720368548e+18",
        "-9223372036854775808, -9223372036854775808",
        "0x10, 16",
        "0xffffffffffffffff, -1",
        "0x1ffffffffffffffff, -1",
        "-0x10, -16",
        "0x.8p1, 1.0",
        "0xA.8, 10.5",
        "0x1p-2, 0.25",
        "1e1, 10.0",
        ".5, 0.5",
        "5., 5.0",
        "1e400, inf"
    })
    void areReadAsTheyAreWritten(String text, String number) {
        assertThat(Strings.text(read(text)).tojstring()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "x", "1x", "1e", "0x", "0xg", "1 2", "--1", "1e+", ".", "inf", "nan",
                "0x1p", "1_000", "١"
            })
    void areNotReadFromWhatIsNone(String text) {
        assertThat(read(text)).isEqualTo(LuaValue.NIL);
    }

    @ParameterizedTest
    @CsvSource({
        "3e-200, -2e-200, -1e-200",
        "-3e-200, 2e-200, 1e-200",
        "-3e-200, -2e-200, -1e-200",
        "7.5, -2, -0.5",
        "-1, Infinity, Infinity",
        "1, -Infinity, -Infinity",
        "-1, -Infinity, -1"
    })
    void leaveARestWithTheSignOfTheDivisor(double dividend, double divisor, double rest) {
        assertThat(Arithmetic.modulo(dividend, divisor))
                .isCloseTo(rest, Percentage.withPercentage(0.001));
    }

    private static LuaValue read(String text) {
        return NumberReader.read(LuaValue.valueOf(text));
    }
}
