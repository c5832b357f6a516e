package dev.moonlet.revision.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A repository that a test makes with git itself. */
public record GitRepository(Path folder) {

    private static final Map<String, String> AUTHOR =
            Map.of(
                    "GIT_CONFIG_NOSYSTEM", "1",
                    "GIT_CONFIG_GLOBAL", "/dev/null",
                    "GIT_AUTHOR_NAME", "Olga Ray",
                    "GIT_AUTHOR_EMAIL", "olga@example.com",
                    "GIT_AUTHOR_DATE", "2026-01-02T03:04:05Z",
                    "GIT_COMMITTER_NAME", "Robot",
                    "GIT_COMMITTER_EMAIL", "robot@example.com");

    /** Makes an empty one. */
    public static GitRepository in(Path folder) throws IOException {
        Files.createDirectories(folder);
        GitRepository repository = new GitRepository(folder);
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    public String uri() {
        return "file://" + folder;
    }

    public GitRepository with(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Commits all that is there, and returns the commit's id. */
    public String commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return head();
    }

    String head() throws IOException {
        return git("rev-parse", "HEAD");
    }

    /** Makes a commit of a tree on the main branch, and returns its id. */
    String commitTree(String tree) throws IOException {
        String commit = git("commit-tree", "-m", "by hand", tree);
        git("update-ref", "refs/heads/main", commit);
        return commit;
    }

    /** A tree of one entry, however odd. */
    String tree(String mode, String id, String name) throws IOException {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        tree.write((mode + " " + name + "\0").getBytes(UTF_8));
        tree.write(HexFormat.of().parseHex(id));
        return object("tree", tree.toByteArray());
    }

    String blob(String content) throws IOException {
        return object("blob", content.getBytes(UTF_8));
    }

    /** An object that git itself would not make. */
    String object(String type, byte[] content) throws IOException {
        return run(content, "hash-object", "-t", type, "-w", "--stdin", "--literally");
    }

    /** Runs git there, and returns what it has said. */
    public String git(String... arguments) throws IOException {
        return run(new byte[0], arguments);
    }

    private String run(byte[] input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(AUTHOR);
        Process git = builder.start();
        try (var to = git.getOutputStream()) {
            to.write(input);
        }
        String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (git.waitFor() != 0) {
                throw new IllegalStateException(command + " has failed: " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return said;
    }
}
