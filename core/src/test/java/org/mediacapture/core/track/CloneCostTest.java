// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.InlineScheduler;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;

/** What a clone costs that is stopped at once, in bytes of heap: its own, and the camera's. */
class CloneCostTest {
    private static final int CLONES = 5_000;
    private static final int ROUNDS = 10;
    private static final long MOST = 1_700;

    private final CameraTrack track = track(new InlineScheduler());

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
}
