package bench;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a team would write by hand in place of the scripted routes: open to anyone, as they are. */
@Configuration
@RestController
class Peer {

    @GetMapping("/peer/{name}")
    Map<String, String> greet(@PathVariable String name) {
        return Map.of("message", "Hello " + name);
    }

    @PostMapping("/peer/orders/{id}")
    Placed place(
            @PathVariable @Min(1) long id,
            @RequestParam(defaultValue = "false") boolean express,
            @Valid @RequestBody Order order) {
        return new Placed(
                id,
                order.item,
                order.quantity * order.price,
                express,
                order.notes == null ? 0 : order.notes.size());
    }

    record Order(
            @NotNull @Size(min = 1, max = 40) String item,
            @Min(1) @Max(1000) int quantity,
            @PositiveOrZero double price,
            @Size(max = 10) List<@Size(max = 100) String> notes) {}

    record Placed(long id, String item, double total, boolean express, int notes) {}

    @Bean
    @org.springframework.core.annotation.Order(0)
    SecurityFilterChain peerSecurity(HttpSecurity http) {
        return http.securityMatcher("/peer/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
