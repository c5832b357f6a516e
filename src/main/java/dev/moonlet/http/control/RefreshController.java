package dev.moonlet.http.control;

import dev.moonlet.revision.activation.Operate;
import dev.moonlet.revision.activation.Standing;
import dev.moonlet.security.OwnPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the source looked at now: operators ask for it, and git servers whose repository changes. */
@RestController
final class RefreshController {

    private final Operate operate;
    private final WebhookSignature signature;

    RefreshController(Operate operate, WebhookSignature signature) {
        this.operate = operate;
        this.signature = signature;
    }

    /** The request is neither an operator's nor signed. */
    static final class Unsigned extends Exception {

        Unsigned(String message) {
            super(message);
        }
    }

    /** A git server does not wait for what comes of it, and should not have to. */
    @PostMapping(OwnPaths.HOOK)
    ResponseEntity<Standing> refresh(HttpServletRequest request) throws IOException, Unsigned {
        if (!request.isUserInRole(OwnPaths.OPERATOR)) {
            signature.check(request);
            operate.refreshLater();
            return ResponseEntity.accepted().build();
        }
        operate.refresh();
        return ResponseEntity.ok(operate.standing());
    }
}
