package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a table constructor as statements: items by the hundred, named fields one by one. */
final class TableFields {

    private final Local table;
    private final Position at;
    private final List<Statement> statements = new ArrayList<>();
    private long next = 1;

    TableFields(Local table, Position at) {
        this.table = table;
        this.at = at;
    }

    List<Statement> statements(List<Expression.Field> fields) {
        Expression empty = new Expression.TableConstructor(at, List.of());
        statements.add(new Statement.LocalDeclaration(at, List.of(table), List.of(empty), at));
        for (Expression.Field field : fields) {
            switch (field) {
                case Expression.Field.Named named ->
                        assign(named.end(), named.key(), named.value());
                case Expression.Field.Item item
                        when field == fields.getLast() && isOpen(item.value()) ->
                        rest(item.value());
                case Expression.Field.Item item ->
                        assign(
                                item.value().at(),
                                new Expression.IntegerLiteral(at, next++),
                                item.value());
            }
        }
        statements.add(new Statement.Return(at, List.of(use(table)), at));
        return statements;
    }

    private void assign(Position end, Expression key, Expression value) {
        Expression target = new Expression.Index(end, use(table), key);
        statements.add(new Statement.Assignment(end, List.of(target), List.of(value)));
    }

    /** {@code local rest = {…} for i = 1, #rest do t[next - 1 + i] = rest[i] end}. */
    private void rest(Expression value) {
        FunctionBody owner = table.owner();
        Local rest = new Local("(rest)", at, Local.Attribute.NONE, owner);
        Local index = new Local("(index)", at, Local.Attribute.NONE, owner);
        Expression all =
                new Expression.TableConstructor(at, List.of(new Expression.Field.Item(value)));
        statements.add(new Statement.LocalDeclaration(at, List.of(rest), List.of(all), at));
        Expression key =
                new Expression.Binary(
                        at,
                        BinaryOperator.ADD,
                        use(index),
                        new Expression.IntegerLiteral(at, next - 1));
        Statement copy =
                new Statement.Assignment(
                        at,
                        List.of(new Expression.Index(at, use(table), key)),
                        List.of(new Expression.Index(at, use(rest), use(index))));
        statements.add(
                new Statement.NumericFor(
                        at,
                        index,
                        new Expression.IntegerLiteral(at, 1),
                        new Expression.Unary(at, UnaryOperator.LENGTH, use(rest)),
                        Optional.empty(),
                        new Block(List.of(copy), at)));
    }

    private Expression.LocalUse use(Local local) {
        return new Expression.LocalUse(at, local);
    }

    private static boolean isOpen(Expression value) {
        return value instanceof Expression.Call
                || value instanceof Expression.MethodCall
                || value instanceof Expression.Vararg;
    }
}
