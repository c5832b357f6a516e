package dev.moonlet.module;

import java.util.Optional;

/**
 * What became of one module or script that a stage of a profile names.
 *
 * @param name what is loaded
 * @param error why it failed, if it did
 */
public record LoadStep(
        String stage, String name, boolean required, Progress progress, Optional<String> error) {

    static LoadStep waiting(Stage stage, String name, boolean required) {
        return new LoadStep(stage.name(), name, required, Progress.WAITING, Optional.empty());
    }

    LoadStep now(Progress next) {
        return new LoadStep(stage, name, required, next, error);
    }

    LoadStep failed(String reason) {
        return new LoadStep(stage, name, required, Progress.FAILED, Optional.of(reason));
    }

    public boolean hasFailed() {
        return progress == Progress.FAILED;
    }
}
