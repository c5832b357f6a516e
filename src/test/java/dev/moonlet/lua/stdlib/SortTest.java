package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.lua.value.Table;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

class SortTest {

    private static final LuaValue SORT = TableLibrary.table().get(LuaValue.valueOf("sort"));

    private long comparisons;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10, 100, 101, 1_000, 100_000})
    void sortsAnything(int size) {
        Random random = new Random(size);
        for (int keys : new int[] {1, 4, size, Integer.MAX_VALUE}) {
            Table table = table(LongStream.generate(() -> random.nextInt(keys)).limit(size));

            Calls.apply(SORT, table);

            assertThat(isSorted(table)).isTrue();
        }
    }

    /** lua5.4 has printed these: items that are equal are where C Lua puts them. */
    @Test
    void leavesEqualItemsWhereCLuaDoes() {
        Table table = table(LongStream.of(31, 12, 33, 14, 35, 16, 27, 18, 29, 10));

        Calls.apply(
                SORT,
                table,
                JavaFunction.of(values ->
                        LuaValue.valueOf(
                                values.arg1().tolong() / 10 < values.arg(2).tolong() / 10)));

        assertThat(Shown.one(table)).isEqualTo("{10,16,18,14,12,29,27,35,33,31}");
    }

    @Test
    void refusesAnOrderThatContradictsItselfOrEndsAnyway() {
        Random random = new Random(1);
        for (int run = 0; run < 2_000; run++) {
            Table table = table(random.longs(random.nextInt(300)));
            int bias = random.nextInt(100);
            try {
                Calls.apply(
                        SORT,
                        table,
                        JavaFunction.of(_ -> LuaValue.valueOf(random.nextInt(100) < bias)));
            } catch (LuaError error) {
                assertThat(ScriptError.value(error).tojstring())
                        .isEqualTo("invalid order function for sorting");
            }
        }
    }

    /** The order is made up while it is asked for, so that each pivot turns out to be a bad one. */
    @Test
    void isFastInTheWorstCase() {
        int size = 20_000;
        long[] values = new long[size];
        Arrays.fill(values, size);
        long[] state = {0, 0};
        Table table = table(LongStream.range(0, size));

        Calls.apply(
                SORT,
                table,
                JavaFunction.of(pair -> {
                    comparisons++;
                    int one = (int) pair.arg1().tolong();
                    int other = (int) pair.arg(2).tolong();
                    if (values[one] == size && values[other] == size) {
                        values[one == state[1] ? one : other] = state[0]++;
                    }
                    state[1] = values[one] == size ? one : values[other] == size ? other : state[1];
                    return LuaValue.valueOf(values[one] < values[other]);
                }));

        assertThat(comparisons).isLessThan(60L * size);
    }

    @Test
    void leavesATableAloneIfAComparisonFails() {
        Table table = (Table) Literals.read("{3, 2, 'x', 1}")[0];

        assertThatThrownBy(() -> Calls.apply(SORT, table))
                .hasMessageStartingWith("attempt to compare");
        assertThat(Shown.one(table)).isEqualTo("{3,2,\"x\",1}");
    }

    private static Table table(LongStream values) {
        return Table.ofItems(values.mapToObj(LuaInt::of).toArray(LuaValue[]::new));
    }

    private static boolean isSorted(Table table) {
        return LongStream.range(1, table.length())
                .noneMatch(i -> Comparison.less(table.get(i + 1), table.get(i)));
    }
}
