package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Function;
import java.util.function.UnaryOperator;
import org.luaj.vm2.Varargs;

/** A function that a test gives to the library. */
final class JavaFunction extends Body {

    private final UnaryOperator<Varargs> body;

    private JavaFunction(UnaryOperator<Varargs> body) {
        this.body = body;
    }

    static Function of(UnaryOperator<Varargs> body) {
        return new JavaFunction(body).function();
    }

    @Override
    public Varargs apply(Varargs arguments) {
        return body.apply(arguments);
    }
}
