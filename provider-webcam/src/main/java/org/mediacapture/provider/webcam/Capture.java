// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mediacapture.frame.FrameData;
import org.mediacapture.libs.webcam.OpenImaj;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The capture thread of an open camera: opens the source, waits for the start, hands the frames to the sink, and closes the
 * source. Thread-safe. Everything that the library does for a camera is done on this thread, so that whoever waits for it can
 * stop to wait, and nobody closes what it reads.
 */
final class Capture implements FrameOutlet {
    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private final Target target;
    private final FrameSource.Opener opener;
    private final FrameNumbers numbers;
    private final FrameSink sink;
    private final Interruption interruption = new Interruption();
    private final CompletableFuture<VideoMode> opened = new CompletableFuture<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Thread thread;

    /**
     * A capture that has not begun.
     *
     * @param target the camera
     * @param opener opens its input
     * @param numbers numbers and times of the session's frames
     * @param sink where frames go
     */
    Capture(Target target, FrameSource.Opener opener, FrameNumbers numbers, FrameSink sink) {
        this.target = target;
        this.opener = opener;
        this.numbers = numbers;
        this.sink = sink;
        thread = new Thread(this::run, "camera-" + target.name());
        thread.setDaemon(true);
        // BridJ and ImageIO look there for classes.
        thread.setContextClassLoader(OpenImaj.classLoader());
    }

    /**
     * Begins to open the input, and waits for it.
     *
     * @return the mode that it has
     * @throws CameraException if it cannot be opened in time, or was cancelled, or the waiting thread was interrupted
     */
    VideoMode open() throws CameraException {
        interruption.within(target.openDeadline());
        LOG.debug("{}: capture begins", target.address());
        thread.start();
        try {
            return opened.get(target.openDeadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CameraException cause
                    ? cause
                    : new CameraException(Reason.FAILED, target.address() + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            cancel();
            throw target.lost("no answer within " + target.openDeadline().toMillis() + " ms");
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw target.lost("interrupted");
        }
    }

    /** Has frames delivered. */
    void start() {
        started.countDown();
    }

    /** Has the thread end. Does not wait. Idempotent. */
    void cancel() {
        // Whoever waits for the opening is told here: looking a host up cannot be ended from outside.
        if (!opened.isDone()) {
            opened.completeExceptionally(target.lost("closed"));
        }
        interruption.cancel();
        started.countDown();
    }

    /** Whether the thread was told to end. */
    boolean isCancelled() {
        return interruption.isCancelled();
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
        try (FrameSource source = opener.open(interruption)) {
            if (opened.complete(source.mode())) {
                started.await();
                read(source);
            }
            quiet.countDown();
        } catch (CameraException e) {
            fail(e);
        } catch (InterruptedException e) {
            LOG.debug("{}: the capture thread was interrupted", target.address());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            report(e);
            fail(e);
        } finally {
            quiet.countDown();
            gone.countDown();
        }
    }

    private void read(FrameSource source) throws CameraException {
        boolean more = true;
        while (more && !interruption.isCancelled()) {
            more = source.next(this);
        }
        // Looked at first: what a cancelled capture would tell may be impossible to load by now.
        if (!interruption.isCancelled()) {
            sink.ended(source.whenOver(), target.address() + ": the stream is over");
        }
    }

    /** A cancelled capture may outlive its bundle, and then anything may fail. */
    private void report(Throwable failure) {
        if (interruption.isCancelled()) {
            LOG.debug("{}: capture failed after it was cancelled", target.address(), failure);
        } else {
            LOG.error("{}: capture failed", target.address(), failure);
        }
    }

    private void fail(Throwable failure) {
        if (opened.completeExceptionally(failure) || interruption.isCancelled()) {
            return;
        }
        if (failure instanceof CameraException known) {
            sink.ended(cause(known.reason()), known.getMessage());
        } else {
            sink.ended(EndCause.FAILED, target.address() + ": " + failure);
        }
    }

    private static EndCause cause(Reason reason) {
        return switch (reason) {
            case BUSY -> EndCause.BUSY;
            case LOST -> EndCause.LOST;
            case DENIED, FAILED -> EndCause.FAILED;
        };
    }

    @Override
    public void frame(FrameData data, Runnable release) {
        if (interruption.isCancelled()) {
            release.run();
            return;
        }
        sink.frame(data, numbers.next(), numbers.growing(System.nanoTime()), release);
    }

    @Override
    public void dropped() {
        numbers.next();
    }

    @Override
    public void modeChanged(VideoMode mode) {
        if (!interruption.isCancelled()) {
            sink.modeChanged(mode);
        }
    }
}
