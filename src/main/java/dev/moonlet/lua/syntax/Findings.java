package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the text of a script tells about it, in the order of the text.
 *
 * @param undefinedGlobals read, but neither known nor assigned to anywhere in the script
 * @param unusedLocals never read, though their names do not begin with _; parameters are left out,
 *     for who calls decides on them, and so are those to be closed, whose end is their use
 * @param requiredModules what {@code require} is called with, where that is a constant
 */
public record Findings(
        List<Finding> undefinedGlobals, List<Finding> unusedLocals, List<Finding> requiredModules) {

    /** A name, and where it is. */
    public record Finding(Position at, String name) {}

    /**
     * Looks through a script.
     *
     * @param known names of globals that are there before it runs
     */
    public static Findings of(FunctionBody script, Set<String> known) {
        Search search = new Search(script.upvalues().getFirst(), known);
        search.function(script);
        return search.result();
    }

    private static final class Search extends Walk {

        private final Local environment;
        private final Set<String> defined;
        private final List<Finding> globals = new ArrayList<>();
        private final List<Finding> unused = new ArrayList<>();
        private final List<Finding> required = new ArrayList<>();

        Search(Local environment, Set<String> known) {
            this.environment = environment;
            defined = new HashSet<>(known);
        }

        Findings result() {
            List<Finding> undefined =
                    globals.stream().filter(global -> !defined.contains(global.name())).toList();
            return new Findings(undefined, List.copyOf(unused), List.copyOf(required));
        }

        @Override
        public void statement(Statement statement) {
            switch (statement) {
                case Statement.LocalDeclaration declaration ->
                        declaration.locals().forEach(this::declared);
                case Statement.LocalFunction function -> declared(function.local());
                case Statement.NumericFor loop -> declared(loop.variable());
                case Statement.GenericFor loop -> loop.variables().forEach(this::declared);
                default -> {}
            }
            super.statement(statement);
        }

        @Override
        public void expression(Expression expression) {
            switch (expression) {
                case Expression.GlobalUse use when isGlobal(use) ->
                        globals.add(new Finding(use.name().at(), name(use)));
                case Expression.Call(
                                Position _,
                                Expression.GlobalUse function,
                                List<Expression> arguments)
                        when isGlobal(function) && name(function).equals("require") ->
                        required(arguments);
                default -> {}
            }
            super.expression(expression);
        }

        @Override
        public void target(Expression target) {
            if (target instanceof Expression.GlobalUse use && isGlobal(use)) {
                defined.add(name(use));
            }
            super.target(target);
        }

        private void declared(Local local) {
            boolean meant =
                    local.name().startsWith("_") || local.attribute() == Local.Attribute.CLOSE;
            if (!local.used() && !meant) {
                unused.add(new Finding(local.at(), local.name()));
            }
        }

        private void required(List<Expression> arguments) {
            if (!arguments.isEmpty()
                    && arguments.getFirst() instanceof Expression.StringLiteral module) {
                required.add(new Finding(module.at(), module.value().tojstring()));
            }
        }

        private boolean isGlobal(Expression.GlobalUse use) {
            return use.environment().local() == environment;
        }

        private static String name(Expression.GlobalUse use) {
            return use.name().value().tojstring();
        }
    }
}
