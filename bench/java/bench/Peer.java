package bench;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a team would write by hand in place of the scripted greeting: open to anyone, as it is. */
@Configuration
@RestController
class Peer {

    @GetMapping("/peer/{name}")
    Map<String, String> greet(@PathVariable String name) {
        return Map.of("message", "Hello " + name);
    }

    @Bean
    @Order(0)
    SecurityFilterChain peerSecurity(HttpSecurity http) {
        return http.securityMatcher("/peer/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
