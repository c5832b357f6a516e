package dev.moonlet.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Who may do what with the service's own endpoints, and how a caller becomes known. */
@Configuration
class SecurityConfiguration {

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Refusals refusals) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(Gate::passes)
                                .permitAll()
                                .requestMatchers(OwnPaths.OPEN)
                                .permitAll()
                                .requestMatchers(OtherSite::asks)
                                .denyAll()
                                .requestMatchers(HttpMethod.POST, OwnPaths.HOOK)
                                .permitAll()
                                .requestMatchers(OwnPaths.OPERATORS)
                                .hasRole(OwnPaths.OPERATOR)
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(signIn(refusals)))
                .exceptionHandling(errors -> errors.accessDeniedHandler(refusal(refusals)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Lets semicolons through: only a route whose path may have one gets so far. */
    @Bean
    @Fallback
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejections(Refusals refusals) {
        return (request, response, _) ->
                refusals.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    /** The grants of all callers, until another bean says more. */
    @Bean
    @Fallback
    Permissions permissions(Grants grants) {
        return grants.permissions();
    }

    private static AuthenticationEntryPoint signIn(Refusals refusals) {
        return (request, response, _) -> {
            response.setHeader("WWW-Authenticate", scheme(request) + " realm=\"moonlet\"");
            refusals.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED);
        };
    }

    /**
     * A browser asks people for a password when it knows the scheme; a page whose script calls, as
     * the Swagger UI's does, asks for itself.
     */
    private static String scheme(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate") ? "Basic" : "xBasic";
    }

    private static AccessDeniedHandler refusal(Refusals refusals) {
        return (request, response, _) ->
                refusals.refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
    }
}
