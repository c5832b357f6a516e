package dev.moonlet.lua.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

class SymbolsTest {

    private static final List<ClassDesc> TYPES =
            Stream.of(
                            ArrayList.class,
                            HashMap.class,
                            HashSet.class,
                            Objects.class,
                            TreeMap.class,
                            TreeSet.class,
                            LuaString.class,
                            LuaTable.class,
                            LuaValue.class,
                            Executors.class,
                            Thread.class,
                            ClassDesc.class)
                    .map(Symbols::of)
                    .toList();

    @Test
    void tellTheHierarchyToSeveralThreadsAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 300; i++) {
                ClassHierarchyResolver hierarchy = Symbols.hierarchy();
                Callable<Boolean> all =
                        () -> TYPES.stream().allMatch(type -> hierarchy.getClassInfo(type) != null);
                for (Future<Boolean> each : threads.invokeAll(List.of(all, all, all, all))) {
                    assertThat(each.get()).isTrue();
                }
            }
        }
    }
}
