package dev.moonlet.http.control;

import dev.moonlet.http.control.RefreshController.Unsigned;
import dev.moonlet.revision.Report;
import dev.moonlet.revision.SourceFailed;
import dev.moonlet.revision.activation.Busy;
import dev.moonlet.revision.activation.Unfit;
import dev.moonlet.revision.history.HistoryConflict;
import dev.moonlet.revision.history.HistoryFailed;
import java.util.NoSuchElementException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells operators why something is not done. */
@RestControllerAdvice(basePackageClasses = ControlProblems.class)
final class ControlProblems {

    @ExceptionHandler
    ProblemDetail missing(NoSuchElementException missing) {
        return problem(HttpStatus.NOT_FOUND, missing);
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return problem(HttpStatus.BAD_REQUEST, wrong);
    }

    @ExceptionHandler
    ProblemDetail unfit(Unfit unfit) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, unfit);
        Report report = unfit.revision().report();
        problem.setProperty("report", report);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail overtaken(HistoryConflict conflict) {
        return problem(HttpStatus.CONFLICT, conflict);
    }

    @ExceptionHandler({HistoryFailed.class, Busy.class})
    ResponseEntity<ProblemDetail> later(RuntimeException reason) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, reason));
    }

    @ExceptionHandler
    ProblemDetail unreadable(SourceFailed failed) {
        return problem(HttpStatus.BAD_REQUEST, failed);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsigned(Unsigned unsigned) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"moonlet\"")
                .body(problem(HttpStatus.UNAUTHORIZED, unsigned));
    }

    private static ProblemDetail problem(HttpStatus status, Exception reason) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(reason.getMessage()));
    }
}
