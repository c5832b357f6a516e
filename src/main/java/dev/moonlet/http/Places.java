package dev.moonlet.http;

import java.util.concurrent.Semaphore;

/** How many of a route's invocations run at once. */
interface Places {

    /** As many as there are states. */
    Places ANY =
            new Places() {

                @Override
                public boolean take() {
                    return true;
                }

                @Override
                public void leave() {}
            };

    /** Takes one, if one is free. */
    boolean take();

    void leave();

    /** So many and no more. */
    static Places of(int count) {
        Semaphore free = new Semaphore(count);
        return new Places() {

            @Override
            public boolean take() {
                return free.tryAcquire();
            }

            @Override
            public void leave() {
                free.release();
            }
        };
    }
}
