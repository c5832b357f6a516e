package dev.moonlet.module.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luaj.vm2.LuaValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A document of 10 KB, read and written as Lua's tables and as Jackson's tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {

    private static final String ORDER =
            """
            {"id":%d,"customer":"Customer %1$d","paid":true,"note":null,"total":%1$d.25,\
            "lines":[{"sku":"A-%1$d","count":2},{"sku":"B-%1$d","count":1}]}\
            """;

    private final byte[] text =
            IntStream.range(1000, 1070)
                    .mapToObj(ORDER::formatted)
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(UTF_8);
    private final ObjectMapper mapper = new JsonMapper();
    private final LuaValue table = JsonReader.read(text);
    private final JsonNode tree = mapper.readTree(text);

    @Benchmark
    public LuaValue readTable() {
        return JsonReader.read(text);
    }

    @Benchmark
    public JsonNode readTree() {
        return mapper.readTree(text);
    }

    @Benchmark
    public Object writeTable() {
        return JsonWriter.write(table);
    }

    @Benchmark
    public Object writeTree() {
        return mapper.writeValueAsBytes(tree);
    }
}
