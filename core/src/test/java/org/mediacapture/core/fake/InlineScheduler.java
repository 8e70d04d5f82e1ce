// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.time.Duration;
import java.util.function.Supplier;
import org.mediacapture.core.time.Scheduler;
import org.osgi.util.promise.Promise;

/** Runs everything at once, in the calling thread, as threads that are faster than that one would; no time-out comes. Thread-safe. */
public final class InlineScheduler implements Scheduler {
    @Override
    public long nanoTime() {
        return 0; // time stands still
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void briefly(Runnable task) {
        task.run();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return () -> {};
    }

    @Override
    public Blocking blockThen(String threadName, Supplier<Runnable> call) {
        call.get().run();
        return new Blocking() {
            @Override
            public void interrupt() {
                throw new UnsupportedOperationException("no call takes long enough to be interrupted");
            }

            @Override
            public boolean isCurrentThread() {
                return false; // it is over
            }
        };
    }

    @Override
    public boolean await(Promise<?> promise, Duration deadline) {
        if (!promise.isDone()) {
            throw new UnsupportedOperationException("nobody waits here");
        }
        return true;
    }
}
