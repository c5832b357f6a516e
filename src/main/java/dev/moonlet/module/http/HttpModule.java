package dev.moonlet.module.http;

import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.http.SendRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Requests to other servers: {@code http.get(url, {query = {q = "lua"}})}. */
@Component
final class HttpModule implements Module {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");

    @Override
    public Definition definition() {
        Definition definition =
                Definition.of("http", "Sends requests to other servers over HTTP.")
                        .classes(ModuleClass.NETWORK)
                        .with(ResponseValue.TYPE)
                        .with(
                                ModuleFunction.named("request")
                                        .described("Sends a request; any status is a response.")
                                        .takes("method", Types.STRING)
                                        .takes("url", Types.STRING)
                                        .takes("options", Types.optional(RequestTypes.OPTIONS))
                                        .returnsOrFails(ResponseValue.TYPE)
                                        .asks(
                                                given -> request(given, method(given), 2),
                                                ResponseValue::of));
        METHODS.forEach(method -> definition.with(sending(method)));
        return definition;
    }

    private static ModuleFunction sending(String method) {
        return ModuleFunction.named(method.toLowerCase(Locale.ROOT))
                .described("Sends a %s; any status is a response.".formatted(method))
                .takes("url", Types.STRING)
                .takes("options", Types.optional(RequestTypes.OPTIONS))
                .returnsOrFails(ResponseValue.TYPE)
                .asks(given -> request(given, method, 1), ResponseValue::of);
    }

    private static String method(Arguments given) {
        try {
            return ReadOptions.method(given.text(1));
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(1, String.valueOf(wrong.getMessage()));
        }
    }

    /** The request, of which the options stand behind the address. */
    private static SendRequest request(Arguments given, String method, int url) {
        Options options = new Options(given.has(url + 1) ? given.table(url + 1) : new Table());
        try {
            options.check(RequestTypes.optionNames());
            return ReadOptions.request(method, given.text(url), options);
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(url + 1, String.valueOf(wrong.getMessage()));
        }
    }
}
