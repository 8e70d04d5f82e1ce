// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * A film as a camera, played by the real provider as fast as it and its consumer can. What is measured lies between two frames of one
 * pass, so that neither opening nor rewinding is part of it. Confined to the thread that measures.
 */
final class FilmCamera implements AutoCloseable {
    /** The frame of a pass after which measuring begins. */
    static final int FIRST = 20;
    /** The last frame of a pass. */
    static final int LAST = Footage.FRAMES - 1;
    /** How many frames are measured of a pass. */
    static final int MEASURED = LAST - FIRST;

    private static final String NAME = "film";
    private static final long PATIENCE_SECONDS = 60;

    private final ConfiguredCamera camera;
    private final int[] sizes; // in bytes, by the number of the picture

    private FilmCamera(ConfiguredCamera camera, int[] sizes) {
        this.camera = camera;
        this.sizes = sizes;
    }

    /** Offers a film. */
    static FilmCamera offer(MockFramework framework, Footage footage) throws Exception {
        ConfiguredCamera camera = ConfiguredCamera.offer(
                framework, NAME, Map.of("url", footage.film().toUri().toString()));
        int[] sizes = Frames.jpegs(footage).stream()
                .mapToInt(picture -> picture.planes().get(0).buffer().remaining())
                .toArray();
        return new FilmCamera(camera, sizes);
    }

    /**
     * Plays a whole pass.
     *
     * @param work what is done with each frame and the number of its picture, on the capture thread
     * @return what all threads took for the frames that are measured, and the time that went by
     */
    Pass play(ObjIntConsumer<VideoFrame> work) throws Exception {
        Meter meter = new Meter(work, sizes);
        MediaStreamTrack track = camera.open();
        try (FrameSubscription frames = track.frames(new FrameOptions(1, true), meter)) {
            return meter.await();
        } finally {
            track.stop();
        }
    }

    @Override
    public void close() throws Exception {
        camera.close();
    }

    /** What a pass took. Immutable. */
    record Pass(ThreadUse.Use use, long nanoseconds) {}

    /** Does the work, and measures it in the first whole pass. Confined to the capture thread, but for {@link #await}. */
    private static final class Meter implements Consumer<VideoFrame> {
        private final ObjIntConsumer<VideoFrame> work;
        private final int[] sizes;
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private boolean known; // which picture comes next
        private int next;
        private ThreadUse before;
        private long begun;
        private volatile Pass pass;

        Meter(ObjIntConsumer<VideoFrame> work, int[] sizes) {
            this.work = work;
            this.sizes = sizes;
        }

        @Override
        public void accept(VideoFrame frame) {
            try (frame) {
                if (over.getCount() > 0) {
                    accept(frame, frame.plane(0).remaining());
                }
            } catch (RuntimeException failed) {
                failure.set(failed);
                over.countDown();
            }
        }

        private void accept(VideoFrame frame, int size) {
            if (!known) {
                int[] candidates = IntStream.range(0, sizes.length)
                        .filter(number -> sizes[number] == size)
                        .toArray();
                known = candidates.length == 1;
                next = candidates[0];
            }
            if (!known) {
                return; // several pictures have this size
            }
            if (sizes[next] != size) {
                throw new IllegalStateException("a frame of " + size + " bytes came in place of picture " + next);
            }
            work.accept(frame, next);
            measure(next);
            next = (next + 1) % sizes.length;
        }

        private void measure(int number) {
            if (number == FIRST && known) {
                begun = System.nanoTime();
                before = ThreadUse.begin();
            } else if (number == LAST && before != null) {
                pass = new Pass(before.since(), System.nanoTime() - begun);
                over.countDown();
            }
        }

        Pass await() throws Exception {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("no whole pass of the film came");
            }
            if (failure.get() != null) {
                throw new IllegalStateException("the film was not as expected", failure.get());
            }
            return pass;
        }
    }
}
