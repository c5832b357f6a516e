package dev.moonlet;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Moonlet {

    public static void main(String[] arguments) throws InterruptedException {
        if (Commands.areMeant(arguments)) {
            System.exit(Commands.run(arguments));
        }
        SpringApplication.run(Moonlet.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
