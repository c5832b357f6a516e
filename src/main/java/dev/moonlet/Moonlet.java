package dev.moonlet;

import dev.moonlet.lua.RunScript;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Moonlet {

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            System.exit(RunScript.main(List.of(arguments).subList(1, arguments.length)));
        }
        SpringApplication.run(Moonlet.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
