package dev.moonlet.revision.history;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Commit;
import dev.moonlet.revision.Report;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Traits;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Keeps revisions in rows, within the transaction of whoever asks. */
@Component
final class Keep {

    private final JdbcAggregateOperations rows;
    private final JdbcClient sql;
    private final Clock clock;

    Keep(JdbcAggregateOperations rows, JdbcClient sql, Clock clock) {
        this.rows = rows;
        this.sql = sql;
        this.clock = clock;
    }

    void keep(Revision revision) {
        Bundle bundle = revision.bundle();
        MoonletRevision last = row(bundle.id());
        String content = last == null ? null : last.content();
        if (!revision.report().refused()) {
            content = content(bundle);
        }
        MoonletRevision next = row(revision, content);
        MoonletDetail detail =
                new MoonletDetail(
                        bundle.id(),
                        Columns.write(revision.report()),
                        Columns.write(revision.traits()),
                        Columns.write(bundle.hashes()));
        if (last == null) {
            rows.insert(next);
            rows.insert(detail);
        } else {
            rows.update(next);
            rows.update(detail);
        }
    }

    private MoonletRevision row(Revision revision, @Nullable String content) {
        Bundle bundle = revision.bundle();
        OffsetDateTime now = MoonletActivation.time(clock.instant());
        return new MoonletRevision(
                bundle.id(),
                next(),
                bundle.origin(),
                bundle.commit().map(Columns::write).orElse(null),
                now,
                revision.report().refused(),
                revision.report().problems().size(),
                content);
    }

    private long next() {
        return sql.sql("select coalesce(max(number), 0) + 1 from moonlet_revision")
                .query(Long.class)
                .single();
    }

    private String content(Bundle bundle) {
        MoonletContent content = new MoonletContent(bundle.hash(), Archive.pack(bundle.files()));
        if (rows.existsById(content.hash(), MoonletContent.class)) {
            mend(content);
        } else {
            rows.insert(content);
        }
        return content.hash();
    }

    /** Whatever has happened to it in the database, it is what it was again. */
    private void mend(MoonletContent content) {
        sql.sql(
                        """
                        update moonlet_content set archive = :archive
                        where hash = :hash and archive <> :archive
                        """)
                .param("hash", content.hash())
                .param("archive", content.archive())
                .update();
    }

    Optional<KeptRevision> find(String id) {
        MoonletRevision row = row(id);
        MoonletDetail detail = rows.findById(id, MoonletDetail.class);
        if (row == null || detail == null) {
            return Optional.empty();
        }
        Summary summary = summary(row);
        return Optional.of(
                new KeptRevision(
                        summary.number(),
                        id,
                        summary.origin(),
                        summary.commit(),
                        summary.preparedAt(),
                        summary.refused(),
                        Columns.read(detail.report(), new TypeReference<Report>() {}),
                        Columns.read(detail.traits(), new TypeReference<Traits>() {}),
                        Columns.read(
                                detail.files(),
                                new TypeReference<SortedMap<String, String>>() {})));
    }

    private @Nullable MoonletRevision row(String id) {
        return rows.findById(id, MoonletRevision.class);
    }

    static Summary summary(MoonletRevision row) {
        return new Summary(
                row.number(),
                row.id(),
                row.origin(),
                commit(row),
                row.preparedAt().toInstant(),
                row.refused(),
                row.problems());
    }

    private static Optional<Commit> commit(MoonletRevision row) {
        return Optional.ofNullable(row.commit())
                .map(json -> Columns.read(json, new TypeReference<Commit>() {}));
    }

    Optional<Bundle> bundle(String id) {
        MoonletRevision row = row(id);
        if (row == null || row.content() == null) {
            return Optional.empty();
        }
        byte[] archive = archive(row.content());
        Bundle bundle = new Bundle(row.origin(), id, commit(row), Archive.unpack(archive));
        if (!bundle.hash().equals(row.content())) {
            throw new Work.Corrupt("it is not what was kept");
        }
        return Optional.of(bundle);
    }

    /** The archive, or nothing where there is none that may be read. */
    private byte[] archive(String hash) {
        return sql.sql(
                        """
                        select archive from moonlet_content
                        where hash = :hash and octet_length(archive) <= :largest
                        """)
                .param("hash", hash)
                .param("largest", Archive.LARGEST)
                .query((row, _) -> row.getBytes("archive"))
                .optional()
                .orElse(new byte[0]);
    }

    int prune(int newest) {
        int pruned =
                sql.sql(
                                """
                                delete from moonlet_revision
                                where number not in (
                                  select number from moonlet_revision
                                  where content is not null
                                  order by number desc limit :newest)
                                and number not in (
                                  select number from moonlet_revision
                                  where content is null
                                  order by number desc limit :newest)
                                and id not in (
                                  select revision from moonlet_choice where revision is not null)
                                and id not in (
                                  select revision from moonlet_activation
                                  group by revision order by max(number) desc limit 2)
                                """)
                        .param("newest", newest)
                        .update();
        sql.sql(
                        """
                        delete from moonlet_content where hash not in (
                          select content from moonlet_revision where content is not null)
                        """)
                .update();
        return pruned;
    }
}
