// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.osgi.util.promise.Promise;

/** What a clone costs that is stopped at once, in bytes of heap: its own, and the camera's. */
class CloneCostTest {
    private static final int CLONES = 5_000;
    private static final int ROUNDS = 10;
    private static final long MOST = 1_700;

    private final CameraTrack track = track(new Now());

    @Test
    void aCloneThatIsStoppedAtOnceCostsLittle() {
        assertThat(bytesPerClone()).isLessThanOrEqualTo(MOST);
    }

    /** The least of several rounds, since the first ones are not compiled yet. */
    private long bytesPerClone() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int clone = 0; clone < CLONES; clone++) {
                track.clone().stop();
            }
            bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - before) / CLONES);
        }
        return bytes;
    }

    private static CameraTrack track(Scheduler scheduler) {
        Offer offer = Rig.offer(new FakeDevice(), "fake", "fake:door", 0, 1);
        CameraSource source = new CameraSource(
                "door", () -> List.of(offer), scheduler, () -> Deadlines.DEFAULT, Rig.codecs(), () -> {});
        TrackOwner owner = new TrackOwner("bundle", "origin", event -> {});
        Perspective perspective = new Perspective(MediaTrackSettings.empty(), true);
        MediaTrackConstraints nothing = MediaTrackConstraints.none();
        TrackParts parts = new TrackParts(scheduler, new Publisher(scheduler));
        return Rig.value(source.attach(
                nothing,
                perspective,
                attachment -> CameraTrack.of("Door", "door", owner, source, perspective, attachment, nothing, parts)));
    }

    /** Runs everything at once, in the calling thread; time stands still. */
    private static final class Now implements Scheduler {
        @Override
        public long nanoTime() {
            return 0;
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
                    return true;
                }
            };
        }

        @Override
        public boolean await(Promise<?> promise, Duration deadline) {
            throw new UnsupportedOperationException("nobody waits here");
        }
    }
}
