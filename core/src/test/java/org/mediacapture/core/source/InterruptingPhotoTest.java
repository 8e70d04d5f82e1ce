// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.frame.Blob;
import org.osgi.util.promise.Promise;

/** Photos for which the stream is interrupted. */
class InterruptingPhotoTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void aCameraThatIsMutedMeanwhileDoesNotUnmuteTracksWithTheFrameOfThePhoto() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(first, Jpegs.WHOLE);
        Promise<Blob> photo = large(track);
        first.session().sink().muted(true);
        first.session().sink().muted(false);
        rig.scheduler.settle();
        first.starting.shut();
        rig.deliver(first, Jpegs.WHOLE);
        assertThat(first.starting.holds()).as("the stream is restored").isTrue();
        assertThat(track.events()).containsExactly("mute");

        first.starting.open();
        rig.scheduler.settle();
        rig.deliver(first, Jpegs.WHOLE);

        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    @Test
    void anIncompletePictureThatTheLossOvertookIsTakenInTheSameSizeOnTheSuccessor() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        rig.deliver(first, Jpegs.WHOLE);
        Promise<Blob> photo = large(track);

        first.session().deliver(Jpegs.HALF);
        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(second.session().mode()).contains(FakeDevice.HD);
        rig.deliver(second, Jpegs.WHOLE);
        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        assertThat(second.session().mode()).contains(FakeDevice.VGA);
        rig.source.detach(track);
    }

    private Promise<Blob> large(FakeTrack track) {
        Promise<Blob> photo = rig.photo(track, PhotoSettings.ofSize(1280, 720));
        rig.scheduler.settle();
        assertThat(first.session().mode()).contains(FakeDevice.HD);
        return photo;
    }
}
