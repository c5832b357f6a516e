package dev.moonlet.http.control;

import dev.moonlet.revision.Report;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.SourceFailed;
import dev.moonlet.revision.Traits;
import dev.moonlet.revision.Validate;
import dev.moonlet.revision.source.ReadZip;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would become of a bundle that is sent; nothing of it is kept or served. */
@RestController
final class ValidateController {

    private final Validate validate;

    ValidateController(Validate validate) {
        this.validate = validate;
    }

    /** What would be. */
    record Verdict(String id, Report report, Traits traits) {}

    @PostMapping(path = "/moonlet/revisions/validate", consumes = "application/zip")
    Verdict validate(InputStream archive) throws SourceFailed, IOException {
        try (archive) {
            long start = System.nanoTime();
            var fetched = ReadZip.from(archive);
            Revision revision =
                    validate.validate(fetched, Duration.ofNanos(System.nanoTime() - start));
            return new Verdict(revision.id(), revision.report(), revision.traits());
        }
    }
}
