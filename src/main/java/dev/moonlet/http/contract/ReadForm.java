package dev.moonlet.http.contract;

import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.http.Content;
import dev.moonlet.module.http.Findings;
import dev.moonlet.module.http.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads forms, whose fields become what their schemas say. */
public final class ReadForm {

    private static final byte[] NOTHING = {};

    private ReadForm() {}

    /** Reads one that is written like a query. */
    public static Content of(byte[] bytes, Bodies.Accepted type, int mostFields, Findings findings)
            throws Query.Wrong {
        Query sent = Query.of(new String(bytes, StandardCharsets.UTF_8), mostFields);
        Map<String, ?> fields = Parameters.fields(sent, type.fields(), findings);
        return new Content.Form(bytes, Trees.of(fields), type.schema(), List.of());
    }

    /** Makes one of what came in parts. */
    public static Content of(Parts parts, Bodies.Accepted type, Findings findings)
            throws Query.Wrong {
        Query sent = Query.ofPlain(parts.names, parts.values);
        Map<String, ?> fields = Parameters.fields(sent, type.fields(), findings);
        for (Bodies.Part part : type.parts()) {
            for (int i = 0; i < parts.names.size(); i++) {
                if (parts.names.get(i).equals(part.name()) && !part.takes(parts.types.get(i))) {
                    findings.wrong(
                            "/" + Reason.escaped(part.name()),
                            "is of none of the media types " + String.join(", ", part.types()));
                }
            }
        }
        return new Content.Form(NOTHING, Trees.of(fields), type.schema(), List.copyOf(parts.files));
    }

    /** The parts of a form, in their order. */
    public static final class Parts {

        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<Upload> files = new ArrayList<>();

        public void add(String name, String value, String type) {
            names.add(name);
            values.add(value);
            types.add(type);
        }

        /** A file, of which a schema sees the name. */
        public void add(Upload file) {
            add(file.name(), file.filename(), MediaType.of(file.contentType()));
            files.add(file);
        }

        public int count() {
            return names.size();
        }

        public void forget() {
            files.forEach(file -> file.source().forget());
        }
    }
}
