package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FuzzTest {

    private static final int PROGRAMS = 20_000;

    private static final Pattern PIECES =
            Pattern.compile("\\w+|\"[^\"]*\"|'[^']*'|\\s+|\\.+|[=<>~]=|::|.", Pattern.DOTALL);

    private static final List<String> SEEDS =
            List.of(
                    """
                    local store = require "store"
                    local M = { limit = 0x10, ["a b"] = 3.5e2; [[long]], 'x\\65\\x41\\u{20AC}\\z
                        y' }
                    function M.list(req, ...)
                      for i, order in ipairs(store.orders) do
                        if order.total >= M.limit and not order.closed then
                          M[#M + 1] = order.id .. ":" .. (select('#', ...) // 2)
                        elseif i > 100 then break else goto continue end
                        ::continue::
                      end
                      return M, 200
                    end
                    return M
                    """,
                    """
                    local a <const>, b <close> = 1, nil -- comment
                    local function fib(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end
                    while a ~= b do a = a << 1 | 3 & ~b ~ 2 ^ -b % 7; do break end end
                    repeat local x = fib(a); x = x * 2 until x == 8 --[==[ long ]] ]==]
                    for i = 10, 1, -1 do print(i, #tostring(i)) end
                    ::again:: if a > 3 then a = nil goto again end
                    function a.b.c:d(e) self.f, g[1] = e, { e, n = function() end } end
                    return a.b "x" { 1 } :m [[y]] (...)
                    """);

    private final Random random = new Random(20_260_601);

    @Test
    @Timeout(60)
    void onlyEverGetsATreeOrASyntaxError() {
        int trees = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            byte[] program = i % 5 == 0 ? garbage() : mutated();
            try {
                FunctionBody script = Parser.parse("fuzz.lua", program);
                assertThat(Findings.of(script, Set.of())).isNotNull();
                assertThat(Printer.print(script.block())).isNotNull();
                trees++;
            } catch (SyntaxError error) {
                assertThat(error).hasMessageStartingWith("fuzz.lua:" + error.line() + ": ");
                assertThat(error.line()).isPositive();
            }
        }
        assertThat(trees).isBetween(PROGRAMS / 100, PROGRAMS / 2);
    }

    private byte[] garbage() {
        List<String> pieces = pieces(any(SEEDS));
        String text =
                random.ints(random.nextInt(20), 0, pieces.size())
                        .mapToObj(pieces::get)
                        .collect(Collectors.joining(" "));
        return damaged(text.getBytes(UTF_8), random.nextInt(3));
    }

    private byte[] mutated() {
        List<String> pieces = new ArrayList<>(pieces(any(SEEDS)));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(pieces.size());
            switch (random.nextInt(4)) {
                case 0 -> pieces.remove(at);
                case 1 -> pieces.add(at, any(pieces));
                case 2 -> pieces.set(at, any(pieces));
                default -> pieces.subList(at, pieces.size()).clear();
            }
            if (pieces.isEmpty()) {
                pieces.add("return");
            }
        }
        return damaged(String.join("", pieces).getBytes(UTF_8), random.nextInt(2));
    }

    private byte[] damaged(byte[] bytes, int times) {
        byte[] damaged = bytes;
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length + 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(damaged, 0, at);
            out.write(random.nextInt(256));
            int rest = Math.min(at + random.nextInt(2), damaged.length);
            out.write(damaged, rest, damaged.length - rest);
            damaged = out.toByteArray();
        }
        return damaged;
    }

    private static List<String> pieces(String text) {
        return PIECES.matcher(text).results().map(MatchResult::group).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
