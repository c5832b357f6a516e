package dev.moonlet.http;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding a route among few and among many. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RouteTableBenchmark {

    @Param({"10", "10000"})
    public int routes;

    private final RouteTable table = new RouteTable();
    private String path = "";

    @Setup
    public void fill() {
        for (int i = 0; i < routes; i++) {
            PathTemplate template = PathTemplate.of("/v1/things" + i + "/{id}/parts/{part}");
            table.add(new Route("GET", template, new Route.Broken()));
        }
        path = "/v1/things" + routes / 2 + "/17/parts/wheel";
    }

    @Benchmark
    public Optional<RouteTable.Place> find() {
        return table.find(RequestPath.of(path));
    }
}
