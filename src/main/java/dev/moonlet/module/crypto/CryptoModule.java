package dev.moonlet.module.crypto;

import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Hashes, passwords, random values and signed tokens: {@code crypto.sha256(data)}. */
@Component
final class CryptoModule implements Module {

    private final InstantSource clock;

    CryptoModule(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Definition definition() {
        SecureRandom random = new SecureRandom();
        Definition definition =
                Definition.of("crypto", "Hashes, passwords, random values and signed tokens.")
                        .classes(ModuleClass.NONDETERMINISTIC, ModuleClass.SECURITY);
        Stream<List<ModuleFunction>> parts =
                Stream.of(
                        new Uuids(clock, random).functions(),
                        new Passwords(random).functions(),
                        Digests.functions(),
                        new RandomValues(random).functions(),
                        new Tokens(clock).functions());
        parts.flatMap(List::stream).forEach(definition::with);
        return definition;
    }
}
