package dev.moonlet.lua.differential;

/** Writes what is seldom written: environments, changed functions, lists in lists, coroutines. */
final class Oddities {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Oddities(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void statement() {
        new Choice<Runnable>()
                .add(2, () -> this::environment)
                .add(2, () -> this::replacedFunction)
                .add(3, () -> this::methods)
                .add(3, () -> this::lists)
                .add(4, () -> this::coroutine)
                .add(2, () -> this::tail)
                .pick(dice)
                .run();
    }

    private void environment() {
        draft.block(
                "do",
                () -> {
                    String before = grammar.expressions.any(1);
                    draft.line(
                            dice.of(
                                    "local _ENV = {show = show, pcall = pcall, gx = "
                                            + before
                                            + "}",
                                    "local _ENV <const> = {show = show, pcall = pcall}",
                                    "local _ENV = setmetatable({}, {__index = _ENV})",
                                    "local _ENV = setmetatable({}, {__index = _ENV, __newindex ="
                                            + " function(_, k, v) show(k, v) end})"));
                    draft.line("g1, gx = " + before + ", 5");
                    draft.line("show(gx, g1, _ENV.g1, _ENV.gx)");
                    draft.line(
                            "show(pcall(function() g1 = (g1 or 1) + gx return g1, missing.x end))");
                    draft.line(
                            dice.of(
                                    "function g2() return gx end show(g2())",
                                    "show(nothing)",
                                    "gx = nil"));
                },
                "end");
        if (dice.chance(30)) {
            draft.line(
                    "show((function(_ENV) return x, y end)({x = "
                            + grammar.expressions.any(1)
                            + "}))");
        }
    }

    private void replacedFunction() {
        String name = draft.name("rec");
        draft.line("local function " + name + "(n)");
        draft.line("  if n <= 1 then return " + dice.of("1", "1.5", "n") + " end");
        draft.line("  return " + dice.of("n * ", "n - ", "", "2 ^ 0 + ") + name + "(n - 1)");
        draft.line("end");
        draft.line("local kept" + name + " = " + name);
        draft.line(
                "show(" + name + "(4), pcall(" + name + ", " + grammar.expressions.any(1) + "))");
        if (dice.chance(70)) {
            draft.line(
                    name
                            + " = "
                            + dice.of(
                                    "nil",
                                    "function(n) return -n end",
                                    "1",
                                    "math.abs",
                                    "kept" + name));
        }
        draft.line("show(pcall(kept" + name + ", 4), pcall(kept" + name + ", 1))");
    }

    private void methods() {
        String object = grammar.expressions.prefix(Shape.RECORD);
        draft.line(
                "show(pcall(function(...) return "
                        + dice.of(
                                "('x'):rep(3)",
                                "#('ab'):rep(2)",
                                "-('2'):rep(2)",
                                "('%d'):format(3):len()",
                                "(5):type()",
                                "({f = function(self, ...) return self.g, ... end, g = 1}):f(...)",
                                "('x'):missing()",
                                "(...):upper()",
                                "('a'):byte() + ('b'):byte() * 2",
                                object + ":call(" + object + ".x)",
                                object + ".call(" + object + ")",
                                object + ".items[1]:rep(2)",
                                "(" + grammar.expressions.any(2) + "):x()")
                        + " end, 'v', 2))");
    }

    private void lists() {
        String list = grammar.expressions.list(dice.between(1, 3), 2);
        draft.line(
                "show((function(a, ...) "
                        + dice.of(
                                "local x, y = ..., 5 return x, y, a, select('#', ...)",
                                "return ..., ...",
                                "local t = {..., ...} return t[1], #{n = ...}, ...",
                                "local x, y, z = a, ... x, y = y, x return x, y, z",
                                "return (...), a, {...}",
                                "a = ... return a, select('#', a, ...)",
                                "return select(-1, a, ...)",
                                "return table.pack(...).n, table.unpack({...}, 1, select('#', ...))",
                                "local function g(...) return select('#', ...), ... end return g(a, ...)",
                                "for i, v in ipairs {a, ...} do if i > 2 then return i, v, ... end end",
                                "if ... then return ... end return a",
                                "return a and ..., not ..., a == ...",
                                "return - #{...}, ('x'):rep(select('#', ...))")
                        + " end)("
                        + list
                        + "))");
    }

    /** A coroutine that yields from within blocks; all of its steps are shown. */
    private void coroutine() {
        String name = draft.name("co");
        String body =
                grammar.functions.body(
                        "a, ...",
                        () -> {
                            draft.declare(Variable.of("a", Shape.ANY));
                            for (int i = dice.between(1, 3); i > 0; i--) {
                                draft.line(yielding());
                                if (dice.chance(40)) {
                                    grammar.statements.some(1);
                                }
                            }
                            grammar.functions.end(Shape.ANY, 1);
                        });
        String made = dice.of("wrap", "create") + "(" + body + ")";
        draft.line("local " + name + " = coroutine." + made);
        String step =
                "pcall(type(%s) == 'thread' and coroutine.resume or %s, %s"
                        .formatted(name, name, name);
        draft.line("for s = 1, 4 do show(s, " + step + ", s)) end");
        draft.line(
                "if type(" + name + ") == 'thread' then show(coroutine.status(" + name + ")) end");
    }

    private String yielding() {
        String yield = "coroutine.yield(" + grammar.expressions.list(dice.below(3), 1) + ")";
        return dice.of(
                "a = " + yield,
                "show('got', " + yield + ")",
                "show(pcall(function(...) local x = " + yield + " error(x) end, 1))",
                "for i = 1, 2 do a = " + yield + " end",
                "do local c <close> = " + grammar.jumps.closer() + " a = " + yield + " end",
                "if " + yield + " then a = 1 end",
                "a = setmetatable({}, {__add = function() return "
                        + yield.replace("...", "3")
                        + " end}) + 1",
                "for k in coroutine.wrap(function(...) coroutine.yield(1) coroutine.yield(2) end) do show(k) end",
                "a = {" + yield + ", n = 1}",
                "show((function(...) return " + yield + " end)(2))");
    }

    private void tail() {
        String name = draft.name("loop");
        draft.line("local function " + name + "(n, a, ...)");
        draft.line("  if n > " + dice.of("3", "60", "300") + " then return n, a, ... end");
        draft.line(
                "  return "
                        + dice.of(
                                name + "(n + 1, " + dice.of("a", "n", "(...)") + ", ...)",
                                "(" + name + "(n + 1, a))",
                                name + "(n * 2 + 1, ..., a)",
                                "select(1, " + name + "(n + 40, a, ...))",
                                "n % 2 == 0 and " + name + "(n + 1) or " + name + "(n + 3, n)"));
        draft.line("end");
        draft.line(
                "show(pcall("
                        + name
                        + ", "
                        + dice.of("1", "0", "1.5", "'1'", "nil")
                        + ", 'x', 'y'))");
    }
}
