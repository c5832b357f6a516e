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

    Gate(@Qualifier("springSecurityFilterChain") Filter filters) {
        this.filters = filters;
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
