package dev.moonlet.revision.source.git;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;

/** Makes sources by settings, as Spring does. */
final class TrialSource {

    private final Path data;
    private final DefaultSslBundleRegistry trusted = new DefaultSslBundleRegistry();
    private final Map<String, String> settings = new HashMap<>();

    TrialSource(Path data) {
        this.data = data;
    }

    TrialSource with(String name, Object value) {
        settings.put("moonlet.bundle.git." + name, value.toString());
        return this;
    }

    TrialSource trusting(String name, SslBundle bundle) {
        trusted.registerBundle(name, bundle);
        return with("ssl-bundle", name);
    }

    GitProperties settings() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("moonlet.bundle.git", Bindable.of(GitProperties.class));
    }

    GitSource source() {
        return new GitSource(settings(), data, trusted);
    }
}
