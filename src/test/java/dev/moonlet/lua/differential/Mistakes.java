package dev.moonlet.lua.differential;

/** Writes what fails, and what catches it. */
final class Mistakes {

    private static final String[] OPERATIONS = {
        "%s + 1",
        "1 - %s",
        "%s * %s",
        "- %s",
        "~%s",
        "#%s",
        "%s .. 'x'",
        "'x' .. %s",
        "('x' .. %s) .. 'y'",
        "%s()",
        "%s(1, 2)",
        "%s.x",
        "%s.x.y",
        "%s[1]",
        "%s[nil]",
        "%s:method()",
        "%s < 1",
        "1 <= %s",
        "%s < %s",
        "%s > {}",
        "%s & 1",
        "2 | %s",
        "%s << 1",
        "%s // 0",
        "%s %% 0",
        "1 // %s",
        "2 ^ %s",
        "'a' < %s",
        "%s & 1.5",
        "(%s .. %s) .. %s",
        "not %s.x",
        "{[%s] = 1}",
        "{} < {}",
        "%s.x()",
        "%s.x:y(%s)",
        "(%s)()",
        "(%s).x",
        "'a' + %s",
        "%s * 'b'",
        "%s | 'c'",
        "1 & 2^63",
        "'1.5' | 1",
    };

    private static final String[] DEEDS = {
        "%s.x = 1",
        "%s[1] = 2",
        "%s[nil] = 3",
        "%s.x.y = 4",
        "%s()",
        "%s.x()",
        "%s:y()",
        "for i = %s, 2 do end",
        "for i = 1, %s do end",
        "for i = 1, 2, %s do end",
        "for k in %s do end",
        "for k in pairs(%s) do end",
        "for _ in ipairs(%s) do end",
        "local c <close> = %s",
        "({})[0/0] = %s",
        "rawset({}, nil, %s)",
    };

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Mistakes(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void statement() {
        new Choice<Runnable>()
                .add(6, () -> this::caught)
                .add(8, () -> this::wrongOperand)
                .add(2, () -> this::handled)
                .add(2, () -> this::levels)
                .add(2, () -> this::loaded)
                .add(1, () -> this::asserted)
                .pick(dice)
                .run();
    }

    /** Runs a block of its own; what it fails with is shown. */
    void caught() {
        String block =
                grammar.functions.body(
                        dice.of("...", "", "a, ..."),
                        () -> {
                            grammar.statements.some(dice.between(2, 5));
                            if (dice.chance(30)) {
                                draft.line(raise());
                            } else {
                                grammar.functions.end(Shape.ANY, 2);
                            }
                        });
        draft.line("show(pcall(" + block + ", " + grammar.expressions.list(2, 1) + "))");
    }

    private void handled() {
        String block =
                grammar.functions.body(
                        "...",
                        () -> {
                            grammar.statements.some(dice.between(1, 3));
                            draft.line(raise());
                        });
        String handler =
                dice.of(
                        "function(e) show('handler', e) return e, 2 end",
                        "function(e) return {e} end",
                        "function(e) error('again') end",
                        "type",
                        "error",
                        "function(e) if type(e) ~= 'number' then error(1) end return 'n' .. e end",
                        "nil",
                        "setmetatable({}, {__call = function(_, e) return e end})");
        draft.line("show(xpcall(" + block + ", " + handler + ", 1, nil))");
    }

    /** A statement that raises an error. */
    String raise() {
        return new Choice<String>()
                .add(
                        4,
                        () ->
                                "error('e"
                                        + dice.below(9)
                                        + "'"
                                        + dice.of("", ", 0", ", 1", ", 2", ", 3")
                                        + ")")
                .add(2, () -> "error(" + grammar.expressions.any(1) + ")")
                .add(1, () -> "error({code = " + grammar.expressions.any(1) + "})")
                .add(1, () -> "error()")
                .add(1, () -> "error(setmetatable({}, {__tostring = function() return 'obj' end}))")
                .add(2, () -> "local _ = " + wrong())
                .pick(dice);
    }

    private void levels() {
        String name = draft.name("check");
        draft.line("local function " + name + "(v, level)");
        draft.line("  if v then error('level ' .. level, level) end");
        draft.line("  return v");
        draft.line("end");
        String call = name + "(1, " + dice.of("0", "1", "2", "3", "4") + ")";
        String wrapped =
                dice.of(
                        call,
                        "return " + call,
                        "return (" + call + ")",
                        "local r = " + call + "\nreturn r",
                        "pcall(" + name + ", 1, 2)",
                        "return (function()\nreturn " + call + "\nend)()",
                        "local r = (function()\nlocal r = " + call + "\nreturn r\nend)()",
                        "for i = 1,\n2 do\n" + call + "\nend",
                        "table.sort({3, 2, 1}, function(a, b)\n" + call + "\nend)",
                        "('x'):gsub('x', function(a)\n" + call + "\nend)",
                        "return setmetatable({}, {__add = function()\n" + call + "\nend}) +\n1");
        draft.line("show(pcall(function()\n" + wrapped + "\nend))");
    }

    private void loaded() {
        String name = draft.name("chunk");
        String code =
                draft.script(() -> {
                    grammar.statements.some(dice.between(1, 3));
                    draft.line("return g1, ...");
                });
        String text = dice.chance(85) ? code : code.replaceFirst(" = ", dice.of(" ", " = = "));
        String more =
                dice.of(
                        "",
                        ", '=" + name + "'",
                        ", '@" + name + ".lua', 't'",
                        ", 'x', 't', {show = show, note = note}");
        draft.line("local " + name + ", why = load(" + text + more + ")");
        draft.line("show(" + name + " and pcall(" + name + ", 1, 'two') or why)");
    }

    private void asserted() {
        draft.line(
                "show(pcall(function(...) return assert(%s) end))"
                        .formatted(grammar.expressions.list(dice.between(0, 3), 1)));
    }

    /** Uses something that is wrong for it, under different names. */
    private void wrongOperand() {
        String before =
                dice.of(
                        "",
                        "local v = " + value(),
                        "local v <const> = " + value(),
                        "local v; v = " + value(),
                        "local v = {x = " + value() + "}",
                        "local w = 1; local v = " + value());
        boolean outside = dice.chance(25);
        String mistake = dice.chance(70) ? "return " + wrong() : deed();
        if (outside && !before.isEmpty()) {
            draft.line("do " + before);
            draft.line("  show(pcall(function(...) " + mistake + " end, 1))");
            draft.line("end");
        } else {
            draft.line(
                    "show(pcall(function(...) "
                            + before
                            + "; "
                            + mistake
                            + " end, "
                            + value()
                            + "))");
        }
    }

    private String value() {
        return dice.of("nil", "true", "{}", "'text'", "1", "2.5", "2^53", "print", "'10'", "-1");
    }

    private String operand() {
        return new Choice<String>()
                .add(6, () -> "v")
                .add(2, () -> dice.of("v.x", "v[1]", "v['x y']", "v.x.y", "v[w]", "v[2.5]"))
                .add(
                        2,
                        () ->
                                dice.of(
                                        "undefined",
                                        "g1",
                                        "_ENV.nothing",
                                        "_G.nothing",
                                        "string.nothing"))
                .add(1, () -> dice.of("(nil)", "(true)", "({})", "('text')", "(1)", "(2.5)"))
                .addIf(draft.scope().isVararg(), 1, () -> "(...)")
                .add(1, () -> dice.of("(v)", "(v or nil)", "(v and v)", "(not v)", "(- v)", "(#v)"))
                .add(1, () -> dice.of("v:x()", "v()", "type(v)", "('x'):nothing()", "(v == 1)"))
                .add(2, () -> "(" + grammar.expressions.leaf(Shape.ANY) + ")")
                .pick(dice);
    }

    private String wrong() {
        return filled(dice.of(OPERATIONS));
    }

    private String deed() {
        String deed = filled(dice.of(DEEDS));
        return deed.startsWith("(") ? ";" + deed : deed;
    }

    private String filled(String pattern) {
        String filled = pattern.replace("%%", "%");
        while (filled.contains("%s")) {
            int at = filled.indexOf("%s");
            filled = filled.substring(0, at) + operand() + filled.substring(at + 2);
        }
        return filled;
    }
}
