package dev.moonlet.module.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Recent;
import dev.moonlet.module.StringOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.luaj.vm2.Varargs;

/** Fills a Mustache template with the values of a table. */
final class FillTemplate {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler()
                    .withCollector(new TableValues())
                    .withLoader(FillTemplate::noPartials)
                    .defaultValue("");

    private static final Recent<Template> TEMPLATES = new Recent<>(COMPILER::compile);

    private FillTemplate() {}

    static Varargs fill(Arguments given) {
        StringOutput output = new StringOutput();
        try (Writer writer = new OutputStreamWriter(output, UTF_8)) {
            TEMPLATES.get(given.text(1)).execute(given.table(2), writer);
        } catch (MustacheException wrong) {
            throw given.wrong(1, String.valueOf(wrong.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return output.string();
    }

    private static Reader noPartials(String name) {
        throw new MustacheException("a template has no others in it, not even " + name);
    }
}
