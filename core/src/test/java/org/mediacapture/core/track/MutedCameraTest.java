// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.frame.Blob;
import org.osgi.util.promise.Promise;

/** A camera that says by itself that it delivers no pictures, as behind a closed privacy shutter. */
class MutedCameraTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule({"TRK-1", "TRK-3"})
    void theFirstTrackOfACameraThatIsMutedWhileItIsOpenedBeginsMuted() {
        camera.fake.starting.shut();
        Promise<CameraTrack> opened = studio.open(Map.of());
        studio.settle();
        mute(true);
        camera.fake.starting.open();
        studio.settle();

        CameraTrack track = Rig.value(opened);
        assertThat(track.isMuted()).isTrue();
        List<String> events = Studio.events(track);
        studio.pass(60);
        assertThat(track.isLive()).as("nothing is expected of it").isTrue();
        mute(false);
        studio.frame();
        assertThat(events).containsExactly("unmute");
    }

    @Test
    @Rule({"TRK-2", "TRK-3"})
    void whatItDeliversAllTheSameReachesNoTrack() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);
        mute(true);
        List<String> sizes = Studio.sizes(track);
        studio.run(1);
        assertThat(sizes).isEmpty();

        mute(false);
        studio.run(1);

        assertThat(sizes).isNotEmpty();
        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    void aChangeOfItsModeDoesNotEndIt() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);
        mute(true);

        Promise<Void> applied = track.applyConstraints(Map.of("width", 1280, "height", 720));
        studio.pass(60);

        Rig.value(applied);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.HD);
        assertThat(camera.fake.sessions()).hasSize(1);
        mute(false);
        studio.frame();
        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    void afterItDeliversAgainItsSilenceIsNoticed() {
        studio.grace(0);
        CameraTrack track = studio.track();
        mute(true);
        studio.pass(60);
        mute(false);
        studio.pass(4.9);
        assertThat(track.isLive()).isTrue();

        studio.pass(5.2);

        assertThat(track.isLive()).isFalse();
    }

    @Test
    @Rule("IC-10")
    void aPhotoWaitsForItAndItsStreamIsNotTouchedMeanwhile() {
        CameraTrack track = studio.track();
        mute(true);
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.pass(9.9);
        assertThat(photo.isDone()).isFalse();
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);

        mute(false);
        studio.frame();
        studio.frame();

        assertThat(Rig.value(photo).type()).isEqualTo("image/jpeg");
    }

    @Test
    @Rule("IC-10")
    void aPhotoOfAMutedTrackFailsAtItsDeadlineAndTheTrackLivesOn() {
        CameraTrack track = studio.track();
        mute(true);
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));

        studio.pass(10.1);

        assertThat(Studio.failure(photo, ErrorName.UNKNOWN)).hasMessageContaining("no pictures at present");
        studio.pass(60);
        assertThat(track.isLive()).isTrue();
        assertThat(camera.fake.sessions()).hasSize(1);
    }

    @Test
    @Rule("IC-10")
    void aStillPartWaitsToo() {
        camera.still = Optional.of(StudioCamera.everything());
        CameraTrack track = studio.track();
        mute(true);
        Promise<Blob> photo = studio.capture(track).takePhoto();
        studio.settle();
        assertThat(camera.asked()).isEmpty();

        mute(false);

        Rig.value(photo);
    }

    @Test
    @Rule("IC-10")
    void aPhotoMovesOverWhenTheMutedCameraGoes() {
        CameraTrack track = studio.track();
        mute(true);
        Promise<Blob> photo = studio.capture(track).takePhoto();
        studio.settle();
        studio.plug();

        studio.unplug(camera);
        studio.run(1);

        Rig.value(photo);
        assertThat(track.isMuted()).as("the successor is not muted").isFalse();
    }

    private void mute(boolean muted) {
        camera.fake.session().sink().muted(muted);
        studio.settle();
    }
}
