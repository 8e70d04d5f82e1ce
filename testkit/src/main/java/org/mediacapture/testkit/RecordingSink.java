// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/**
 * A sink for tests: remembers what a session reports, gives frames back at once or keeps them, and lets a test wait for what is
 * to come. All waiting ends after a patience, and no wait sleeps. Thread-safe.
 *
 * <pre>{@code
 * RecordingSink sink = RecordingSink.releasing(Duration.ofSeconds(30));
 * try (CameraSession session = device.open(sink)) {
 *     session.start(session.modes().get(0));
 *     assertTrue(sink.awaitFrames(3));
 * }
 * }</pre>
 */
public final class RecordingSink implements FrameSink {
    /** Frames remembered at most; later ones are counted, and kept if they have to be, but not listed. */
    public static final int MOST_REMEMBERED = 4096;

    /** Frames whose pictures a sink that copies remembers at most. */
    public static final int MOST_COPIED = 256;

    private final int keeps;
    private final boolean copies;
    private final Duration patience;
    private final FrameLog log;
    private final List<VideoMode> modes = new CopyOnWriteArrayList<>();
    private final List<MediaTrackSettings> controls = new CopyOnWriteArrayList<>();
    private final List<Boolean> mutes = new CopyOnWriteArrayList<>();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private volatile Consumer<ReceivedFrame> onFrame = frame -> {};

    /**
     * What was said when a session came to its end.
     *
     * @param cause why
     * @param message what the device or library said
     */
    public record End(EndCause cause, String message) {}

    private RecordingSink(int keeps, boolean copies, Duration patience) {
        this.keeps = keeps;
        this.copies = copies;
        this.patience = Objects.requireNonNull(patience, "patience");
        log = new FrameLog(copies ? MOST_COPIED : MOST_REMEMBERED);
    }

    /**
     * A sink that gives every frame back before {@link #frame} returns.
     *
     * @param patience how long each waiting method waits at most
     * @return a new sink
     */
    public static RecordingSink releasing(Duration patience) {
        return new RecordingSink(0, false, patience);
    }

    /**
     * A sink that gives every frame back before {@link #frame} returns, and remembers copies of the pictures, which can be looked at
     * at any time. It remembers the first {@link #MOST_COPIED}, since each takes as much heap as the picture has bytes.
     *
     * @param patience how long each waiting method waits at most
     * @return a new sink
     */
    public static RecordingSink copying(Duration patience) {
        return new RecordingSink(0, true, patience);
    }

    /**
     * A sink that keeps every frame until {@link #releaseAll}.
     *
     * @param patience how long each waiting method waits at most
     * @return a new sink
     */
    public static RecordingSink keeping(Duration patience) {
        return new RecordingSink(Integer.MAX_VALUE, false, patience);
    }

    /**
     * A sink that keeps the first frames until {@link #releaseAll} and gives all others back at once.
     *
     * @param count how many to keep, 0 or more
     * @param patience how long each waiting method waits at most
     * @return a new sink
     */
    public static RecordingSink keepingFirst(int count, Duration patience) {
        return new RecordingSink(count, false, patience);
    }

    /**
     * Sets what runs inside each call of {@link #frame}, before the frame is counted and released. What it throws is recorded.
     *
     * @param consumer called on the provider's thread
     * @return this sink
     */
    public RecordingSink onFrame(Consumer<ReceivedFrame> consumer) {
        onFrame = Objects.requireNonNull(consumer, "consumer");
        return this;
    }

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        reported(() -> {
            long now = System.nanoTime();
            boolean keep = keeps > count();
            AtomicBoolean lent = new AtomicBoolean(true);
            ReceivedFrame frame = new ReceivedFrame(
                    copies ? ReceivedFrame.copy(data) : data,
                    sequence,
                    timestamp,
                    now,
                    Thread.currentThread().getName(),
                    keep ? ReceivedFrame.checksum(data) : 0,
                    () -> giveBack(lent, release));
            try {
                onFrame.accept(frame);
            } finally {
                log.add(frame, keep);
                if (!keep) {
                    frame.release().run();
                }
            }
        });
    }

    @Override
    public void modeChanged(VideoMode mode) {
        reported(() -> modes.add(mode));
    }

    @Override
    public void controlsChanged(MediaTrackSettings settings) {
        reported(() -> controls.add(settings));
    }

    @Override
    public void muted(boolean muted) {
        reported(() -> mutes.add(muted));
    }

    @Override
    public void ended(EndCause cause, String message) {
        reported(() -> ends.add(new End(cause, message)));
    }

    /** No call of a sink throws: what goes wrong in a test's own code is remembered. */
    private void reported(Runnable body) {
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            body.run();
        } catch (RuntimeException | AssertionError e) {
            failures.add(e);
        } finally {
            inside.decrementAndGet();
            log.signal();
        }
    }

    private void giveBack(AtomicBoolean lent, Runnable release) {
        if (lent.getAndSet(false)) {
            try {
                release.run();
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException("release threw " + e, e));
            }
        }
    }

    /**
     * The number of frames so far.
     *
     * @return 0 or more
     */
    public long count() {
        return log.count();
    }

    /**
     * The frames so far, in order.
     *
     * @return a copy
     */
    public List<ReceivedFrame> frames() {
        return log.frames();
    }

    /**
     * The frames that are kept and not yet released.
     *
     * @return a copy
     */
    public List<ReceivedFrame> kept() {
        return log.kept();
    }

    /**
     * The modes told by {@link #modeChanged}.
     *
     * @return a live list that is safe to read
     */
    public List<VideoMode> modes() {
        return modes;
    }

    /**
     * The values told by {@link #controlsChanged}.
     *
     * @return a live list that is safe to read
     */
    public List<MediaTrackSettings> controls() {
        return controls;
    }

    /**
     * What {@link #muted} told.
     *
     * @return a live list that is safe to read
     */
    public List<Boolean> mutes() {
        return mutes;
    }

    /**
     * The ends told; a right session tells at most one.
     *
     * @return a live list that is safe to read
     */
    public List<End> ends() {
        return ends;
    }

    /**
     * What the test's own {@link #onFrame} or the provider's {@code release} threw.
     *
     * @return a live list that is safe to read
     */
    public List<Throwable> failures() {
        return failures;
    }

    /**
     * The largest number of threads that were in this sink at once.
     *
     * @return 0 before the first call; 1 for a right session
     */
    public int mostThreadsAtOnce() {
        return mostInside.get();
    }

    /** Gives back every frame that is kept, on the calling thread. */
    public void releaseAll() {
        log.takeKept().forEach(frame -> frame.release().run());
    }

    /**
     * Waits until so many frames came in all.
     *
     * @param total since the sink was made
     * @return false if the patience was over before
     */
    public boolean awaitFrames(long total) {
        return awaitFrames(total, patience);
    }

    /**
     * Waits until so many frames came in all.
     *
     * @param total since the sink was made
     * @param atMost how long to wait
     * @return false if the time was over before
     */
    public boolean awaitFrames(long total, Duration atMost) {
        return log.await(() -> count() >= total, atMost);
    }

    /**
     * Waits until the session told its end.
     *
     * @return false if the patience was over before
     */
    public boolean awaitEnd() {
        return log.await(() -> !ends.isEmpty(), patience);
    }

    /**
     * Waits until no frame came for a while, or so many are there.
     *
     * @param silence how long no frame may come
     * @param enough the number of frames in all that ends the wait too
     * @return false if the patience was over before
     */
    public boolean awaitSilence(Duration silence, long enough) {
        return log.awaitSilence(silence, enough, patience);
    }
}
