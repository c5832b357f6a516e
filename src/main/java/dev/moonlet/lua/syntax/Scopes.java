package dev.moonlet.lua.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which names are in sight, and what they mean. */
final class Scopes {

    static final int MAX_LOCALS = 200;
    static final int MAX_UPVALUES = 255;

    private static final Position START = new Position(1, 1);

    private final Tokens tokens;
    private final Map<String, Deque<Local>> visible = new HashMap<>();
    private FunctionScope function;

    /** Begins with what is around a script, which is a function with the local {@code _ENV}. */
    Scopes(Tokens tokens) {
        this.tokens = tokens;
        FunctionBody surroundings = new FunctionBody("", START, Optional.empty());
        function = new FunctionScope(surroundings, null);
        show(new Local("_ENV", START, Local.Attribute.NONE, surroundings));
    }

    FunctionScope function() {
        return function;
    }

    FunctionBody enterScript() throws SyntaxError {
        FunctionBody script = new FunctionBody("", START, Optional.empty());
        script.accept(List.of(), true);
        function = new FunctionScope(script, function);
        reach(function, environment());
        return script;
    }

    FunctionBody enterFunction(String name, Position at) {
        FunctionBody body = new FunctionBody(name, at, Optional.of(function.body()));
        function = new FunctionScope(body, function);
        return body;
    }

    void leaveFunction(Block block) throws SyntaxError {
        hide(function.leaveBlock());
        Optional<PendingGoto> pending = function.block().firstPending();
        if (pending.isPresent()) {
            throw tokens.errorBefore(pending.get().neverResolved());
        }
        function.body().finish(block, function.upvalues());
        function = Objects.requireNonNull(function.parent());
    }

    void enterBlock(boolean loop) {
        function.enterBlock(loop);
    }

    void leaveBlock() {
        hide(function.leaveBlock());
    }

    /** Counts locals against the limit, before they are in sight. */
    void declare(int count) throws SyntaxError {
        check(function, function.declare(count), MAX_LOCALS, "local variables");
    }

    Local declare(Token.Name name) throws SyntaxError {
        declare(1);
        return local(name, Local.Attribute.NONE);
    }

    Local local(Token.Name name, Local.Attribute attribute) {
        return new Local(name.text(), name.at(), attribute, function.body());
    }

    /** Brings a local in sight. */
    void show(Local local) {
        function.visible().add(local);
        visible.computeIfAbsent(local.name(), _ -> new ArrayDeque<>(2)).push(local);
    }

    /** What a name means here; whether it is read is not said yet. */
    Expression resolve(Token.Name name) throws SyntaxError {
        Local local = find(name.text());
        if (local != null) {
            reach(function, local);
            return new Expression.LocalUse(name.at(), local);
        }
        Local environment = environment();
        environment.use();
        reach(function, environment);
        return new Expression.GlobalUse(
                name.at(), new Expression.LocalUse(name.at(), environment), name.literal());
    }

    /** Notes that an expression's value is wanted. */
    Expression read(Expression expression) {
        if (expression instanceof Expression.LocalUse(Position _, Local local)) {
            local.use();
        }
        return expression;
    }

    /** Notes that an expression is assigned to. */
    void assign(Expression target) throws SyntaxError {
        if (!(target instanceof Expression.LocalUse(Position _, Local local))) {
            return;
        }
        if (local.attribute() != Local.Attribute.NONE) {
            throw tokens.errorBefore("attempt to assign to const variable '" + local.name() + "'");
        }
        local.reassign();
    }

    private @Nullable Local find(String name) {
        Deque<Local> locals = visible.get(name);
        return locals == null ? null : locals.peek();
    }

    private Local environment() {
        return Objects.requireNonNull(find("_ENV"));
    }

    /** Makes a local an upvalue of all functions between its owner and the one that uses it. */
    private void reach(FunctionScope user, Local local) throws SyntaxError {
        FunctionScope parent = user.parent();
        if (user.body() == local.owner() || user.upvalues().contains(local) || parent == null) {
            return;
        }
        local.capture();
        reach(parent, local);
        user.upvalues().add(local);
        check(user, user.upvalues().size(), MAX_UPVALUES, "upvalues");
    }

    private void hide(List<Local> locals) {
        for (Local local : locals) {
            Objects.requireNonNull(visible.get(local.name())).pop();
        }
    }

    private void check(FunctionScope scope, int count, int limit, String what) throws SyntaxError {
        if (count > limit) {
            throw tokens.error(
                    "too many %s (limit is %d) in %s".formatted(what, limit, scope.description()));
        }
    }
}
