package dev.moonlet.http.contract;

import dev.moonlet.http.contract.Parameter.InQuery;
import dev.moonlet.http.contract.Parameter.InText;
import dev.moonlet.module.http.Findings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation; what it does not declare passes as text. */
public record Parameters(
        List<InText> path, List<InQuery> query, List<InText> headers, List<InText> cookies) {

    public static final Parameters NONE =
            new Parameters(List.of(), List.of(), List.of(), List.of());

    /**
     * The values of the path's template.
     *
     * @param texts by name, decoded
     * @param raw the segment of a name as it was sent
     */
    public Map<String, ?> path(
            Map<String, String> texts, Function<String, String> raw, Findings findings)
            throws Query.Wrong {
        if (path.isEmpty()) {
            return texts;
        }
        Map<String, Object> values = new HashMap<>(texts);
        for (InText each : path) {
            String name = each.parameter().name();
            each.read(each.isRaw() ? raw.apply(name) : texts.get(name), values, findings);
        }
        return values;
    }

    public Map<String, ?> query(Query sent, Findings findings) throws Query.Wrong {
        return fields(sent, query, findings);
    }

    static Map<String, ?> fields(Query sent, List<InQuery> declared, Findings findings)
            throws Query.Wrong {
        if (declared.isEmpty()) {
            return sent.first();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        if (!sent.names().isEmpty()) {
            sent.first(name -> isDeclared(name, declared), values);
        }
        for (InQuery each : declared) {
            each.read(sent, values, findings);
        }
        return values;
    }

    private static boolean isDeclared(String name, List<InQuery> declared) {
        for (InQuery each : declared) {
            if (each.style().owns(name)) {
                return true;
            }
        }
        return false;
    }

    /** Puts the values of declared headers in the place of their texts, by lower-case name. */
    public void headers(Map<String, Object> headers, Findings findings) throws Query.Wrong {
        replace(this.headers, headers, findings);
    }

    public void cookies(Map<String, Object> cookies, Findings findings) throws Query.Wrong {
        replace(this.cookies, cookies, findings);
    }

    private static void replace(List<InText> declared, Map<String, Object> texts, Findings findings)
            throws Query.Wrong {
        for (InText each : declared) {
            @Nullable String raw = (String) texts.get(each.parameter().name());
            each.read(raw, texts, findings);
        }
    }

    /** Whether a path may have a semicolon: only a parameter of the style matrix has one. */
    public boolean hasMatrix() {
        return path.stream().anyMatch(each -> each.isMatrix());
    }
}
