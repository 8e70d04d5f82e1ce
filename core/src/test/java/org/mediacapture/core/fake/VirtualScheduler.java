// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.mediacapture.core.time.Scheduler;
import org.osgi.util.promise.Promise;

/**
 * Virtual time: everything happens when the test says so, one step at a time. Calls into providers run on threads of their own, of
 * which only one moves at any moment, so that a fake may block in the middle of a call. Confined to the test's thread.
 */
public final class VirtualScheduler implements Scheduler {
    private final List<Runnable> ready = new ArrayList<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::due).thenComparingLong(Alarm::number));
    private final ToIntFunction<Integer> choice;
    private Runnable afterEach = () -> {};
    private boolean closed;
    private long now = 1_000_000_000L;
    private long numbers;

    /** In the order in which the tasks came. */
    public VirtualScheduler() {
        this(size -> 0);
    }

    /** In an order that a seed decides, and that the same seed repeats. */
    public static VirtualScheduler shuffled(long seed) {
        Random random = new Random(seed);
        return new VirtualScheduler(random::nextInt);
    }

    private VirtualScheduler(ToIntFunction<Integer> choice) {
        this.choice = choice;
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public synchronized void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public void briefly(Runnable task) {
        task.run();
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable task) {
        if (closed) {
            return () -> {};
        }
        Alarm alarm = new Alarm(now + Math.max(delay.toNanos(), 0), numbers++, task);
        alarms.add(alarm);
        return () -> cancel(alarm);
    }

    @Override
    public Blocking blockThen(String threadName, Supplier<Runnable> call) {
        Coroutine coroutine = new Coroutine(this, threadName, call);
        execute(coroutine::resume);
        return coroutine;
    }

    @Override
    public boolean await(Promise<?> promise, Duration deadline) {
        long end = now + deadline.toNanos();
        while (!promise.isDone() && (step() || sleepUntil(end))) {
            // time and tasks go on
        }
        return promise.isDone();
    }

    /** Runs all that can run without time going on. */
    public void settle() {
        while (step()) {
            // go on
        }
    }

    /** Runs one task, or answers false if there is none. */
    public boolean step() {
        Runnable next;
        synchronized (this) {
            if (ready.isEmpty()) {
                return false;
            }
            next = ready.remove(choice.applyAsInt(ready.size()));
        }
        next.run();
        afterEach.run();
        return true;
    }

    /** Looks at the world after every task from now on. */
    public void afterEach(Runnable look) {
        afterEach = look;
    }

    /** Ends as the scheduler of the running system: what waits for its time never comes, and all else is still run. */
    public synchronized void close() {
        closed = true;
        alarms.clear();
    }

    /** Whether neither a task nor an alarm is left. */
    public synchronized boolean isIdle() {
        return ready.isEmpty() && alarms.isEmpty();
    }

    /** Lets time go on, with all that becomes due. */
    public void advance(Duration duration) {
        long end = now + duration.toNanos();
        do {
            settle();
        } while (sleepUntil(end));
        settle();
    }

    /** Lets time go on to the next alarm, or to the end; answers false when the end is reached. */
    private synchronized boolean sleepUntil(long end) {
        Alarm next = alarms.peek();
        if (next == null || next.due() > end) {
            now = end;
            return false;
        }
        alarms.remove();
        now = Math.max(now, next.due());
        ready.add(next.task());
        return true;
    }

    private synchronized void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    private record Alarm(long due, long number, Runnable task) {}
}
