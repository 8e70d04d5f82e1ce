// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which all mock cameras draw. It is started with the first stream and ends when the last camera of this
 * bundle goes. Ticks that are late are called once, not once for each time missed. The thread wakes up once in two milliseconds at
 * most and then serves all that are due: to be woken, and to wake who reads, costs about as much as to draw. Thread-safe.
 */
@Component(service = MockTimer.class)
public final class MockTimer implements FrameTimer {
    private static final Logger LOG = LoggerFactory.getLogger(MockTimer.class);
    private static final String IDLE_NAME = "camera-mock-timer";
    private static final long LEAST_SLEEP = 2_000_000; // nanoseconds from one awakening to the next

    private final BiConsumer<String, Throwable> failures;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final Thread thread = new Thread(this::run, IDLE_NAME);
    private boolean started;
    private volatile boolean closed;

    /** Makes the timer, without its thread. */
    @Activate
    public MockTimer() {
        this((name, failure) -> LOG.error("{}: the stream ends, since a frame could not be delivered", name, failure));
    }

    /** Makes a timer that tells somebody else of ticks that fail: the name of the thread, and why. */
    MockTimer(BiConsumer<String, Throwable> failures) {
        this.failures = failures;
        thread.setDaemon(true);
    }

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public void start(String cameraName, Tick tick) {
        synchronized (queue) {
            if (closed) {
                return; // the cameras are being removed, nothing is drawn any more
            }
            queue.add(new Entry("camera-" + cameraName, tick, now()));
            if (!started) {
                started = true;
                thread.start();
            }
        }
        LockSupport.unpark(thread);
    }

    /** Ends the thread after the frame that it draws at the moment. Does not wait for it. Idempotent. */
    @Deactivate
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        boolean asleep = true;
        long awakening = now(); // the earliest time for the next one
        while (!closed) {
            long now = now();
            long delay = Math.max(untilNext(now), asleep ? awakening - now : 0);
            if (delay > 0) {
                asleep = true;
                sleep(delay);
            } else {
                if (asleep) {
                    awakening = now + delay + LEAST_SLEEP; // from when it was meant to be, or delays would add up
                    asleep = false;
                }
                run(takeNext());
            }
        }
    }

    private void sleep(long nanos) {
        if (!thread.getName().equals(IDLE_NAME)) {
            thread.setName(IDLE_NAME);
        }
        Thread.interrupted(); // an interrupt by whoever got a frame would keep this thread from parking
        LockSupport.parkNanos(this, nanos);
    }

    private long untilNext(long now) {
        synchronized (queue) {
            return queue.isEmpty() ? Long.MAX_VALUE : queue.element().due - now;
        }
    }

    private Entry takeNext() {
        synchronized (queue) {
            return queue.remove();
        }
    }

    private void run(Entry entry) {
        long now = now();
        long delay = NEVER;
        thread.setName(entry.threadName);
        try {
            delay = entry.tick.tick(now);
        } catch (RuntimeException | LinkageError e) {
            if (!closed) { // else whoever would have got the frame may be gone already
                failures.accept(entry.threadName, e);
            }
        }
        if (delay >= 0) {
            entry.due = now + delay;
            synchronized (queue) {
                queue.add(entry);
            }
        }
    }

    /** A tick and when it is due. Guarded by the queue while it lies there, else confined to the timer's thread. */
    private static final class Entry implements Comparable<Entry> {
        private final String threadName;
        private final Tick tick;
        private long due;

        Entry(String threadName, Tick tick, long due) {
            this.threadName = threadName;
            this.tick = tick;
            this.due = due;
        }

        @Override
        public int compareTo(Entry other) {
            return Long.signum(due - other.due); // as System.nanoTime() says, whose values may overflow
        }
    }
}
