// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.osgi.util.promise.Promise;

/** How long a photo is waited for. */
class PhotoPatienceTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice device = rig.plug();
    private final FakeTrack track = rig.track(Map.of());

    @AfterEach
    void nothingIsLeft() {
        rig.source.detach(track);
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule("IC-4")
    void aPhotoThatSucceedsRenewsThePatienceWithTheNextOnceAndForItsDeadline() {
        Promise<Blob> first = rig.photo(track, PhotoSettings.none());
        Promise<Blob> second = rig.photo(track, PhotoSettings.none());
        deliverIncomplete(device, 5);
        rig.deliver(device, Jpegs.WHOLE);
        Rig.value(first);

        deliverIncomplete(device, 9);
        assertThat(second.isDone()).isFalse();
        deliverIncomplete(device, 2);

        assertThat(Rig.failure(second)).hasMessageContaining("no photo within 10 s");
    }

    @Test
    @Rule("IC-4")
    void anEarlierPhotoGivesALaterOneNoLessThanItsDeadline() {
        Promise<Blob> first = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        rig.deliver(device, Jpegs.WHOLE);
        Rig.value(first);
        deliverIncomplete(device, 8);
        Promise<Blob> second = rig.photo(track, PhotoSettings.none());

        deliverIncomplete(device, 9);
        assertThat(second.isDone()).isFalse();
        deliverIncomplete(device, 2);

        assertThat(Rig.failure(second)).hasMessageContaining("no photo within 10 s");
    }

    @Test
    @Rule("IC-4")
    void aPhotoWhoseDeadlinePassesWhileTheCameraIsLostHasItOnceMoreAndNotForEver() {
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        deliverIncomplete(device, 8);
        rig.unplug(device);
        rig.scheduler.advance(Duration.ofSeconds(3)); // its deadline, 10 s, is in this time
        FakeDevice successor = rig.plug();
        rig.scheduler.settle();

        deliverIncomplete(successor, 8);
        assertThat(photo.isDone()).isFalse();
        deliverIncomplete(successor, 2);

        assertThat(Rig.failure(photo)).hasMessageContaining("no photo within 10 s");
    }

    @Test
    @Rule("IC-4")
    void aDeadlineThatIsShortenedHoldsForTheNextPhotoAlsoWhileAnEarlierOneIsWaitedFor() {
        Promise<Blob> first = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        rig.deadlines = new Deadlines(
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(5));
        Promise<Blob> second = rig.photo(track, PhotoSettings.none());

        deliverIncomplete(device, 2);

        assertThat(Rig.failure(second)).hasMessageContaining("no photo within 1 s");
        assertThat(Rig.failure(first)).hasMessageContaining("no photo within 1 s");
    }

    private void deliverIncomplete(FakeDevice camera, int seconds) {
        for (int second = 0; second < seconds; second++) {
            rig.deliver(camera, Jpegs.HALF);
            rig.scheduler.advance(Duration.ofSeconds(1));
        }
    }
}
