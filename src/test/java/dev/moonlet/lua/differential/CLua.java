package dev.moonlet.lua.differential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * C Lua 5.4: one process that runs many programs, one after the other. Some are too much for it,
 * and what they break may show later: it is started again now and then.
 */
final class CLua implements Implementation, AutoCloseable {

    static final String MISSING =
            "lua5.4 is not on the PATH: install it, on Debian by apt-get install lua5.4";

    private static final byte END = 1;
    private static final int PROGRAMS_A_PROCESS = 200;

    /** Nothing that comes to an end takes nearly so long. */
    private static final long PATIENCE_IN_MILLISECONDS = 20_000;

    private final ProcessBuilder command;
    private final Timer watchdog = new Timer("watchdog", true);
    private Process process;
    private InputStream out;
    private int programs;

    private CLua(ProcessBuilder command) throws IOException {
        this.command = command;
        process = command.start();
        out = new BufferedInputStream(process.getInputStream());
    }

    /** Starts it, if it is installed. */
    static Optional<CLua> start() {
        String prelude = "PRELUDE = [======[" + Resource.text("harness/prelude.lua") + "]======]\n";
        String driver = prelude + Resource.text("harness/driver.lua");
        ProcessBuilder command = new ProcessBuilder(List.of("lua5.4", "-e", driver));
        try {
            return Optional.of(new CLua(command.redirectError(ProcessBuilder.Redirect.DISCARD)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome run(String program) {
        try {
            return result(program.getBytes(ISO_8859_1));
        } catch (IOException crash) {
            programs = PROGRAMS_A_PROCESS;
            return new Outcome(Outcome.CRASHED, String.valueOf(crash.getMessage()));
        }
    }

    /** Runs a program in a process that has run no other. */
    Outcome runAfresh(String program) {
        programs = PROGRAMS_A_PROCESS;
        return run(program);
    }

    private Outcome result(byte[] code) throws IOException {
        if (programs >= PROGRAMS_A_PROCESS) {
            process.destroyForcibly();
            programs = 0;
            process = command.start();
            out = new BufferedInputStream(process.getInputStream());
        }
        programs++;
        TimerTask bite = biteOf(process);
        watchdog.schedule(bite, PATIENCE_IN_MILLISECONDS);
        try {
            OutputStream in = process.getOutputStream();
            in.write((code.length + "\n").getBytes(ISO_8859_1));
            in.write(code);
            in.flush();
            String output = until(END);
            return Outcome.of(until((byte) '\n'), output);
        } finally {
            bite.cancel();
        }
    }

    private static TimerTask biteOf(Process bitten) {
        return new TimerTask() {
            @Override
            public void run() {
                bitten.destroyForcibly();
            }
        };
    }

    private String until(byte end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = out.read(); next != end; next = out.read()) {
            if (next < 0) {
                throw new IOException("lua5.4 has ended by itself");
            }
            read.write(next);
        }
        return read.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        watchdog.cancel();
        process.destroyForcibly();
    }
}
