package dev.moonlet.lua.coroutine;

import dev.moonlet.lua.value.Headroom;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A carrier on a virtual thread of its own, which takes turns with the thread that runs it. */
final class ThreadCarrier extends Carrier {

    private final Semaphore bodysTurn = new Semaphore(0);
    private final Semaphore runnersTurn = new Semaphore(0);
    private final Thread thread;
    private volatile @Nullable Throwable escaped;
    private volatile boolean abandoned;

    ThreadCarrier(Runnable body) {
        thread = Thread.ofVirtual().name("coroutine").unstarted(() -> carry(body));
    }

    @Override
    public void run() {
        Headroom.checkToWait();
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            bodysTurn.release();
        }
        awaitRunnersTurn();
        rethrow(escaped);
    }

    private void awaitRunnersTurn() {
        runnersTurn.acquireUninterruptibly();
        while (act()) {
            bodysTurn.release();
            runnersTurn.acquireUninterruptibly();
        }
    }

    @Override
    protected void stop() {
        Headroom.checkToWait();
        awaitBodysTurn();
    }

    private void awaitBodysTurn() {
        runnersTurn.release();
        bodysTurn.acquireUninterruptibly();
        if (abandoned) {
            throw new Abandoned();
        }
    }

    @Override
    public void settle() {}

    @Override
    public void look(Runnable action) {
        Headroom.checkToWait();
        leave(action);
        bodysTurn.release();
        runnersTurn.acquireUninterruptibly();
    }

    @Override
    public void lookOutside(Runnable action) {
        Headroom.checkToWait();
        leave(action);
        awaitBodysTurn();
    }

    @Override
    public void abandon() {
        abandoned = true;
        bodysTurn.release();
    }

    @Override
    public List<StackTraceElement> frames() {
        return List.of(thread.getStackTrace());
    }

    private void carry(Runnable body) {
        try {
            body.run();
        } catch (Abandoned expected) {
            // that is how it ends
        } catch (RuntimeException | Error failure) {
            escaped = failure;
        } finally {
            runnersTurn.release();
        }
    }

    /** Unwinds the body of an abandoned coroutine. */
    private static final class Abandoned extends Error {
        Abandoned() {
            super("abandoned", null, false, false);
        }
    }
}
