package dev.moonlet.security;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * Lets requests of scripted routes through to their handlers. A request that shows credentials, or
 * whose route asks for some, goes through Spring Security's filters; any other does not pay for
 * them.
 */
@Component
public final class Gate {

    private static final String PASSING = Gate.class.getName();

    private final Filter filters;
    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    Gate(@Qualifier("springSecurityFilterChain") Filter filters) {
        this.filters = filters;
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowSemicolon(true);
    }

    /**
     * The request behind Spring Security's firewall, which looks at its path now and at its headers
     * when they are read. Which methods a path has, and whether it may have a semicolon, its route
     * says.
     *
     * @throws Suspicious if the path is written as none should be
     */
    public HttpServletRequest admit(HttpServletRequest request) throws Suspicious {
        try {
            return firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException rejected) {
            throw new Suspicious(rejected);
        }
    }

    /** Whether the firewall has refused what was asked of a request. */
    public static boolean isRefusal(RuntimeException thrown) {
        return thrown instanceof RequestRejectedException;
    }

    /** A request that is written as none should be. */
    public static final class Suspicious extends Exception {

        private Suspicious(RequestRejectedException reason) {
            super(reason.getMessage(), reason, false, false);
        }
    }

    /** Whether a request is on its way through a gate, which decides about it. */
    static boolean passes(HttpServletRequest request) {
        return request.getAttribute(PASSING) != null;
    }

    /** Enters as the caller that the request shows, or has it refused by Spring Security. */
    public void pass(
            HttpServletRequest request,
            HttpServletResponse response,
            Requirements requirements,
            Entrance entrance)
            throws IOException, ServletException {
        if (requirements.open() && request.getHeader("Authorization") == null) {
            entrance.enter(request, response, Caller.ANONYMOUS);
            return;
        }
        request.setAttribute(PASSING, true);
        filters.doFilter(
                request,
                response,
                (passed, answer) -> {
                    Caller caller = caller(SecurityContextHolder.getContext().getAuthentication());
                    if (!requirements.metBy(caller)) {
                        throw new AccessDeniedException("the route asks for another caller");
                    }
                    entrance.enter(
                            (HttpServletRequest) passed, (HttpServletResponse) answer, caller);
                });
    }

    private static Caller caller(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Caller.ANONYMOUS;
        }
        return new Caller(authentication.getName(), scopes(authentication));
    }

    private static Set<String> scopes(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null)
                .map(authority -> authority.replaceFirst("^(SCOPE|ROLE)_", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
