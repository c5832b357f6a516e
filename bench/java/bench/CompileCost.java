package bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.stdlib.RandomState;
import dev.moonlet.lua.stdlib.StandardLibrary;
import dev.moonlet.lua.stdlib.Surroundings;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaValue;

/** What it takes to compile scripts and to run what they define: time, and the memory they keep. */
final class CompileCost {

    private static final int LINES = 10_000;
    private static final int WARM_ROUNDS = 30;

    private final Table globals =
            StandardLibrary.globals(
                    new Surroundings(
                            _ -> {},
                            (_, chunk, _) -> {
                                throw new IllegalStateException(chunk);
                            },
                            Carrier.best(),
                            RandomState::new,
                            ZoneOffset.UTC,
                            InstantSource.system()));
    private final byte[] script;
    private final int copies;

    private CompileCost(byte[] script) {
        this.script = script;
        copies = Math.ceilDiv(LINES, (int) new String(script, UTF_8).lines().count());
    }

    public static void main(String[] arguments) throws Exception {
        CompileCost cost = new CompileCost(Files.readAllBytes(Path.of(arguments[0])));
        System.out.printf("cold: %.0f ms for %,d lines%n", cost.milliseconds(), LINES);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < WARM_ROUNDS; i++) {
            best = Math.min(best, cost.milliseconds());
        }
        System.out.printf("warm: %.0f ms for %,d lines%n", best, LINES);
        cost.printMemory();
    }

    private double milliseconds() throws Exception {
        long start = System.nanoTime();
        load();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Compiles every copy and runs it once, so that the classes of its functions are loaded. */
    private List<LuaValue> load() throws Exception {
        List<LuaValue> loaded = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            String chunk = "ordinary" + i + ".lua";
            Function main = Compiler.compile(chunk, Parser.parse(chunk, script)).main(globals);
            loaded.add(main);
            loaded.add(main.call());
        }
        return loaded;
    }

    private void printMemory() throws Exception {
        long before = used();
        List<LuaValue> loaded = load();
        long after = used();
        System.out.printf(
                "kept: %d KB for 1,000 lines, in %d scripts%n",
                (after - before) / 1024 * 1_000 / LINES, loaded.size() / 2);
    }

    /** Bytes of heap and metaspace, the space of classes being part of the latter. */
    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> !pool.getName().startsWith("CodeHeap"))
                .filter(pool -> !pool.getName().equals("Compressed Class Space"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
