package dev.moonlet.module;

import java.util.Optional;

/**
 * How far it has come with a module in this JVM; one that waits was not asked for yet.
 *
 * @param error why it could not be begun when somebody tried last
 */
public record ModuleStatus(String name, Progress progress, Optional<String> error) {}
