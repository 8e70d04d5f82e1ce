// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.mediacapture.core.time.Scheduler;
import org.osgi.util.promise.Promise;

/**
 * Does everything on the thread that measures, so that no thread is woken: what is left is the core's own work. Time-outs never
 * come. Confined to one thread.
 */
final class OwnThread implements Scheduler {
    private static final Timer NEVER = () -> {};

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void briefly(Runnable task) {
        task.run();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return NEVER;
    }

    @Override
    public Blocking blockThen(String threadName, Supplier<Runnable> call) {
        tasks.add(() -> call.get().run());
        return new Blocking() {
            @Override
            public void interrupt() {
                throw new IllegalStateException("no call takes long enough to be interrupted");
            }

            @Override
            public boolean isCurrentThread() {
                return true;
            }
        };
    }

    @Override
    public boolean await(Promise<?> promise, Duration deadline) {
        settle();
        return promise.isDone();
    }

    /** Does all that is to be done. */
    void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
