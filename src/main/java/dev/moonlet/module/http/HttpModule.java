package dev.moonlet.module.http;

import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.http.SendAll;
import dev.moonlet.operation.http.SendRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.springframework.stereotype.Component;

/**
 * Requests to other servers, {@code http.get(url, {query = {q = "lua"}})}, and replies, {@code
 * http.redirect("/")}.
 */
@Component
final class HttpModule implements Module {

    /** Each has a function of its own name. */
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");

    @Override
    public Definition definition() {
        Definition definition =
                Definition.of(
                                "http",
                                "Sends requests to other servers over HTTP, and makes replies.")
                        .classes(ModuleClass.NETWORK)
                        .with(ResponseValue.TYPE)
                        .with(ReplyValue.TYPE)
                        .with(UploadValue.TYPE)
                        .with(BodyValue.TYPE)
                        .with(
                                ModuleFunction.named("request")
                                        .described("Sends a request; any status is a response.")
                                        .takes("method", Types.STRING)
                                        .takes("url", Types.STRING)
                                        .takes("options", Types.optional(RequestTypes.OPTIONS))
                                        .returnsOrFails(ResponseValue.TYPE)
                                        .asks(
                                                SendRequest.class,
                                                given -> request(given, method(given), 2),
                                                ResponseValue::of));
        definition.with(
                ModuleFunction.named("request_all")
                        .described(
                                "Sends requests at once. What becomes of each is in a list: its"
                                        + " response, or nil and an error.")
                        .takes("requests", Types.array(RequestTypes.REQUEST))
                        .returnsOrFails(Types.array(Types.TABLE))
                        .asks(SendAll.class, HttpModule::requests, HttpModule::answers));
        METHODS.forEach(method -> definition.with(sending(method)));
        ReplyFunctions.functions().forEach(definition::with);
        EntityTag.functions().forEach(definition::with);
        return ForwardFunction.addedTo(StreamFunctions.addedTo(definition));
    }

    private static ModuleFunction sending(String method) {
        return ModuleFunction.named(method.toLowerCase(Locale.ROOT))
                .described("Sends a %s; any status is a response.".formatted(method))
                .takes("url", Types.STRING)
                .takes("options", Types.optional(RequestTypes.OPTIONS))
                .returnsOrFails(ResponseValue.TYPE)
                .asks(SendRequest.class, given -> request(given, method, 1), ResponseValue::of);
    }

    /** The method that is the first argument, as it is sent. */
    static String method(Arguments given) {
        try {
            return ReadOptions.method(given.text(1));
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(1, String.valueOf(wrong.getMessage()));
        }
    }

    /** The request, of which the options stand behind the address. */
    private static SendRequest request(Arguments given, String method, int url) {
        return read(
                given,
                url,
                RequestTypes.optionNames(),
                options -> ReadOptions.request(method, given.text(url), options));
    }

    /** What is made of the options behind an address, which have no other names than these. */
    static <R> R read(Arguments given, int address, List<String> names, Function<Options, R> made) {
        int place = address + 1;
        Options options = new Options(given.has(place) ? given.table(place) : new Table());
        try {
            options.check(names);
            return made.apply(options);
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(place, String.valueOf(wrong.getMessage()));
        }
    }

    private static SendAll requests(Arguments given) {
        Table entries = given.table(1);
        if (entries.rawlen() > SendAll.MOST) {
            throw given.wrong(
                    1, "%d requests at most, got %d".formatted(SendAll.MOST, entries.rawlen()));
        }
        List<SendRequest> requests = new ArrayList<>();
        for (int i = 1; i <= entries.rawlen(); i++) {
            try {
                requests.add(entry(new Options((Table) entries.get(i))));
            } catch (IllegalArgumentException wrong) {
                throw given.wrong(1, "item %d: %s".formatted(i, wrong.getMessage()));
            }
        }
        return new SendAll(requests);
    }

    private static SendRequest entry(Options entry) {
        entry.check(RequestTypes.requestNames());
        String method = ReadOptions.method(entry.has("method") ? entry.text("method") : "GET");
        return ReadOptions.request(method, entry.text("url"), entry);
    }

    private static LuaValue answers(@Nullable Object answers) {
        Table results = new Table();
        for (Object answer : (List<?>) Objects.requireNonNull(answers)) {
            results.put(results.rawlen() + 1, result((Answer) answer));
        }
        return results;
    }

    private static Table result(Answer answer) {
        Table result = new Table();
        switch (answer) {
            case Answer.Value(Object response) -> result.put(1, ResponseValue.of(response));
            case Answer.Failed(var kind, String message) ->
                    result.put(2, ErrorValue.of(kind, message));
        }
        return result;
    }
}
