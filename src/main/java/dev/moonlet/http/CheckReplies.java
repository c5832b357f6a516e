package dev.moonlet.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.moonlet.http.contract.Responses;
import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether replies are as the document promises. */
final class CheckReplies {

    private static final Logger LOG = LoggerFactory.getLogger(CheckReplies.class);

    /**
     * So often a route is looked at for each status, or the look would cost more than the route.
     */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** So often the log is told the same. */
    private static final Duration TELL = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final Mode mode;
    private final Cache<Subject, Boolean> looked = remembering(LOOK);
    private final Cache<Subject, Boolean> told = remembering(TELL);

    CheckReplies(Mode mode) {
        this.mode = mode;
    }

    /** What becomes of a reply that is not as promised. */
    enum Mode {
        OFF,
        LOG,
        ENFORCE
    }

    private record Subject(Responses promised, int status) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Subject(Responses same, int code)
                    && same == promised
                    && code == status;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(promised) * 31 + status;
        }
    }

    /** Why a reply is not to be written. */
    Optional<String> obstacle(Asked asked, Route.Handler handler, Reply.Answered reply) {
        Subject subject = new Subject(handler.contract().responses(), reply.status());
        if (mode == Mode.OFF || subject.promised.byStatus().isEmpty()) {
            return Optional.empty();
        }
        if (mode == Mode.LOG && !isFirst(looked, subject)) {
            return Optional.empty();
        }
        List<Reason> violations =
                subject.promised.violations(reply.status(), reply.contentType(), reply.body());
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        String text =
                "the response %d is not as the document promises: %s"
                        .formatted(reply.status(), text(violations));
        if (mode == Mode.ENFORCE) {
            return Optional.of(text);
        }
        if (isFirst(told, subject)) {
            LOG.warn("request {}: {}: {}", asked.id(), handler.function(), text);
        }
        return Optional.empty();
    }

    private static String text(List<Reason> violations) {
        return violations.stream()
                .limit(5)
                .map(each -> (each.pointer() + " " + each.message()).strip())
                .collect(Collectors.joining("; "));
    }

    private static boolean isFirst(Cache<Subject, Boolean> known, Subject subject) {
        return known.getIfPresent(subject) == null
                && known.asMap().putIfAbsent(subject, true) == null;
    }

    private static Cache<Subject, Boolean> remembering(Duration time) {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(time).build();
    }
}
