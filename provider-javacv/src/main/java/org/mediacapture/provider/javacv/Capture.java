// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The capture thread of an open camera, from start to stop: reads the source, hands its frames to the sink, and
 * closes the source at the end, so that no other thread ever closes what this one reads. Thread-safe.
 */
final class Capture implements FrameOutlet {
    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private final CameraPlan plan;
    private final FrameSource source;
    private final Interruption interruption;
    private final FrameNumbers numbers;
    private final FrameSink sink;
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean cancelled;
    private volatile boolean pulled;

    /**
     * A capture that has not begun.
     *
     * @param plan the camera
     * @param source the open input, taken over
     * @param interruption the interruption of that input
     * @param numbers numbers and times of the session's frames
     * @param sink where frames go
     */
    Capture(CameraPlan plan, FrameSource source, Interruption interruption, FrameNumbers numbers, FrameSink sink) {
        this.plan = plan;
        this.source = source;
        this.interruption = interruption;
        this.numbers = numbers;
        this.sink = sink;
        this.thread = new Thread(this::run, "camera-" + plan.name());
        this.thread.setDaemon(true);
    }

    void start() {
        LOG.debug("{}: capture begins", plan.url());
        thread.start();
    }

    /** Has the thread end. Does not wait. Idempotent. */
    void cancel() {
        cancelled = true;
        interruption.cancel();
    }

    /** Has the thread end and tell that the device was pulled out, in case the driver has not told it yet. Does not wait. */
    void pull() {
        pulled = true;
        interruption.cancel();
    }

    /** Whether the thread was told to end. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the caller is the capture thread itself. */
    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    /**
     * Waits until nothing is delivered any more.
     *
     * @return false if the time was not enough
     * @throws InterruptedException if the waiting thread was interrupted
     */
    boolean awaitQuiet(Duration time) throws InterruptedException {
        return quiet.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until the source is closed; answers as {@link #awaitQuiet}. */
    boolean awaitGone(Duration time) throws InterruptedException {
        return gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try (source) {
            read();
        } catch (RuntimeException | LinkageError e) {
            report("closing", e);
        } finally {
            gone.countDown();
        }
    }

    private void read() {
        try {
            boolean more = true;
            while (more && !cancelled) {
                more = source.next(this);
            }
            // Looked at first: what a cancelled capture would tell may be impossible to load by now.
            if (!cancelled) {
                tellEnd(source.whenOver(), plan.url().address() + ": the stream is over");
            }
        } catch (CameraException e) {
            if (!cancelled) {
                tellEnd(cause(e.reason()), e.getMessage());
            }
        } catch (RuntimeException | LinkageError e) {
            fail(e);
        } finally {
            quiet.countDown();
        }
    }

    private void tellEnd(EndCause cause, String message) {
        if (pulled || cause == EndCause.UNPLUGGED) {
            sink.ended(EndCause.UNPLUGGED, plan.url().address() + ": is unplugged");
        } else {
            sink.ended(cause, message);
        }
    }

    private static EndCause cause(CameraException.Reason reason) {
        return switch (reason) {
            case BUSY -> EndCause.BUSY;
            case LOST -> EndCause.LOST;
            case DENIED, FAILED -> EndCause.FAILED;
        };
    }

    private void fail(Throwable failure) {
        report("capture", failure);
        if (!cancelled) {
            sink.ended(EndCause.FAILED, plan.url().address() + ": " + failure);
        }
    }

    /** A cancelled capture may outlive its bundle, and then anything may fail. */
    private void report(String what, Throwable failure) {
        if (cancelled) {
            LOG.debug("{}: {} failed after it was cancelled", plan.url(), what, failure);
        } else {
            LOG.error("{}: {} failed", plan.url(), what, failure);
        }
    }

    @Override
    public void frame(FrameData data, long timestamp, Runnable release) {
        if (cancelled) {
            release.run();
            return;
        }
        sink.frame(data, numbers.next(), numbers.growing(timestamp), release);
    }

    @Override
    public void dropped() {
        numbers.next();
    }

    @Override
    public void modeChanged(VideoMode mode) {
        if (!cancelled) {
            sink.modeChanged(mode);
        }
    }
}
