package dev.moonlet.http.contract;

import dev.moonlet.module.http.Findings;
import dev.moonlet.module.http.Unchecked;
import dev.moonlet.module.json.JsonSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of one parameter, wherever it stands.
 *
 * @param pointer what names it in a problem
 * @param mayBeEmpty whether it may be empty whatever its schema says
 * @param simple the check of a schema that is simple
 * @param schema the check of any other
 * @param otherwise what it is if it is not sent
 */
record Parameter(
        String name,
        String pointer,
        boolean required,
        boolean mayBeEmpty,
        Shape shape,
        @Nullable ScalarCheck simple,
        @Nullable JsonSchema schema,
        @Nullable Object otherwise) {

    /** Puts the value under the parameter's name, or says what is wrong with it. */
    void read(@Nullable Object texts, Map<String, Object> values, Findings findings) {
        if (texts == null) {
            missing(values, findings);
        } else if (mayBeEmpty && "".equals(texts)) {
            values.put(name, texts);
        } else {
            try {
                Object value = shape.read(texts);
                values.put(name, value);
                check(value, findings);
            } catch (Misfit misfit) {
                wrong(misfit, findings);
            }
        }
    }

    void wrong(Misfit misfit, Findings findings) {
        findings.wrong(pointer + misfit.place(), String.valueOf(misfit.getMessage()));
    }

    private void missing(Map<String, Object> values, Findings findings) {
        if (required) {
            findings.wrong(pointer, "is required");
        } else if (otherwise != null) {
            values.put(name, otherwise);
        }
    }

    private void check(Object value, Findings findings) {
        if (simple != null) {
            String wrong = simple.wrong(value);
            if (wrong != null) {
                findings.wrong(pointer, wrong);
            }
        } else if (schema != null) {
            findings.unchecked(new Unchecked(pointer, Trees.of(value), schema));
        }
    }

    /** A parameter of the path, a header or a cookie. */
    record InText(Parameter parameter, Style style) {

        void read(@Nullable String raw, Map<String, Object> values, Findings findings)
                throws Query.Wrong {
            try {
                parameter.read(raw == null ? null : style.texts(raw), values, findings);
            } catch (Misfit misfit) {
                parameter.wrong(misfit, findings);
            }
        }

        /** Whether the text is taken as it was sent, not decoded. */
        boolean isRaw() {
            return style != Style.WHOLE;
        }

        boolean isMatrix() {
            return style instanceof Style.Matrix;
        }
    }

    /** A parameter of the query, or a field of a form. */
    record InQuery(Parameter parameter, QueryStyle style) {

        void read(Query query, Map<String, Object> values, Findings findings) throws Query.Wrong {
            try {
                parameter.read(style.texts(query), values, findings);
            } catch (Misfit misfit) {
                parameter.wrong(misfit, findings);
            }
        }
    }
}
