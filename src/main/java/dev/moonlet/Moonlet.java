package dev.moonlet;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

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

    /**
     * Looks after limits, on threads of its own: scripts that compute may take up all those that
     * virtual threads share.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(2);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("look-");
        return scheduler;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
