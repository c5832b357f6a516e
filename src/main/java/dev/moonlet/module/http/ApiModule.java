package dev.moonlet.module.http;

import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.api.CallRoute;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Calls of the bundle's own routes: {@code api.get("/orders", {query = {open = true}})}. */
@Component
final class ApiModule implements Module {

    @Override
    public Definition definition() {
        Definition definition =
                Definition.of("api", "Calls routes of the same bundle, as the same caller.")
                        .classes(ModuleClass.IO)
                        .with(
                                ModuleFunction.named("request")
                                        .described(
                                                "Calls the route of a path; any status is a"
                                                        + " response.")
                                        .takes("method", Types.STRING)
                                        .takes("path", Types.STRING)
                                        .takes("options", Types.optional(RequestTypes.CALL))
                                        .returnsOrFails(ResponseValue.TYPE)
                                        .asks(
                                                CallRoute.class,
                                                given -> call(given, HttpModule.method(given), 2),
                                                ResponseValue::of));
        HttpModule.METHODS.forEach(method -> definition.with(calling(method)));
        return definition;
    }

    private static ModuleFunction calling(String method) {
        return ModuleFunction.named(method.toLowerCase(Locale.ROOT))
                .described(
                        "Calls the route that answers %s at a path; any status is a response."
                                .formatted(method))
                .takes("path", Types.STRING)
                .takes("options", Types.optional(RequestTypes.CALL))
                .returnsOrFails(ResponseValue.TYPE)
                .asks(CallRoute.class, given -> call(given, method, 1), ResponseValue::of);
    }

    /** The call, of which the options stand behind the path. */
    private static CallRoute call(Arguments given, String method, int path) {
        return HttpModule.read(
                given,
                path,
                RequestTypes.callNames(),
                options -> ReadOptions.call(method, given.text(path), options));
    }
}
