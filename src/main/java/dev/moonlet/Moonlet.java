package dev.moonlet;

import dev.moonlet.lua.RunScript;
import dev.moonlet.module.WriteStubs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Moonlet {

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            System.exit(RunScript.main(List.of(arguments).subList(1, arguments.length)));
        }
        if (arguments.length == 2 && arguments[0].equals("stubs")) {
            writeStubs(Path.of(arguments[1]));
            return;
        }
        SpringApplication.run(Moonlet.class, arguments);
    }

    private static void writeStubs(Path folder) {
        try (ConfigurableApplicationContext modules =
                new SpringApplicationBuilder(Moonlet.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .logStartupInfo(false)
                        .bannerMode(Banner.Mode.OFF)
                        .run()) {
            int written = modules.getBean(WriteStubs.class).to(folder);
            IO.println("wrote the stubs of %d modules to %s".formatted(written, folder));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
