package bench;

import dev.moonlet.Moonlet;
import org.springframework.boot.SpringApplication;

/** Moonlet and {@link Peer} in one server. */
final class LoadServer {

    private LoadServer() {}

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {Moonlet.class, Peer.class}, arguments);
    }
}
