// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Studio;
import org.mediacapture.core.track.StudioCamera;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** grabFrame. */
class GrabFrameTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final CameraTrack track = studio.track();
    private final ImageCapture capture = studio.capture(track);

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule({"IC-14", "IC-15"})
    void itIsTheNextFrameUncompressedInTheTracksSize() {
        Promise<Void> applied = track.applyConstraints(Map.of("width", 320, "height", 240));
        studio.settle();
        Rig.value(applied);

        Promise<ImageBitmap> grab = grab();
        assertThat(grab.isDone()).as("the present frame is none").isFalse();
        studio.frame();

        assertThat(Rig.value(grab).width()).isEqualTo(320);
        assertThat(Rig.value(grab).height()).isEqualTo(240);
        assertThat(Rig.value(grab).toBufferedImage().getWidth()).isEqualTo(320);
    }

    @Test
    @Rule("IC-14")
    void oneCallIsOneFrameAndNothingStaysSubscribed() {
        Promise<ImageBitmap> grab = grab();
        studio.frame();
        ImageBitmap first = Rig.value(grab);
        studio.frame();

        assertThat(Rig.value(grab)).isSameAs(first);
        assertThat(camera.lent()).isZero();
    }

    @Test
    @Rule({"IC-14", "IC-15"})
    void concurrentCallsShareTheNextFrame() {
        List<Promise<ImageBitmap>> grabs =
                java.util.stream.Stream.generate(capture::grabFrame).limit(20).toList();
        studio.settle();

        studio.frame();

        grabs.forEach(grab -> assertThat(Rig.value(grab).width()).isEqualTo(640));
    }

    @Test
    @Rule("IC-14")
    void aFrameThatCannotBeDecodedIsPassedOver() {
        Promise<ImageBitmap> grab = grab();
        camera.fake.session().deliver(Jpegs.HALF);
        camera.fake.session().deliver(new byte[] {1, 2, 3});
        studio.settle();
        assertThat(grab.isDone()).isFalse();

        studio.jpeg();

        assertThat(Rig.value(grab).width()).isEqualTo(64);
    }

    @Test
    @Rule({"X-2", "IC-10"})
    void onADisabledTrackItHasFailedAlready() {
        track.setEnabled(false);

        Promise<ImageBitmap> grab = capture.grabFrame();

        assertThat(grab.isDone()).isTrue();
        assertThat(Studio.failure(grab, ErrorName.INVALID_STATE)).hasMessageContaining("disabled");
    }

    @Test
    @Rule("IC-10")
    void onAMutedTrackItWaitsUntilItIsUnmuted() {
        mute(true);
        Promise<ImageBitmap> grab = grab();
        studio.pass(9);
        assertThat(grab.isDone()).isFalse();

        mute(false);
        studio.frame();

        assertThat(Rig.value(grab).width()).isEqualTo(640);
    }

    @Test
    @Rule({"IC-10", "IC-15"})
    void onATrackThatStaysMutedItFailsAtThePhotosDeadline() {
        mute(true);
        Promise<ImageBitmap> grab = grab();

        studio.pass(10.1);

        assertThat(Studio.failure(grab, ErrorName.UNKNOWN)).hasMessageContaining("10 s");
    }

    @Test
    @Rule("IC-15")
    void itsDeadlineStandsStillWhileTheCameraWaitsForASuccessor() {
        studio.grace(60);
        Promise<ImageBitmap> grab = grab();
        studio.unplug(camera);
        studio.pass(30);
        assertThat(grab.isDone()).isFalse();

        studio.plug();
        studio.settle();
        studio.frame();

        assertThat(Rig.value(grab).width()).isEqualTo(640);
    }

    @Test
    @Rule("IC-15")
    void itsDeadlineGoesOnWhenASuccessorHasCome() {
        studio.grace(60);
        Promise<ImageBitmap> grab = grab();
        studio.unplug(camera);
        studio.pass(15);
        assertThat(grab.isDone()).isFalse();

        StudioCamera successor = studio.plug();
        studio.settle();
        for (int second = 0; second < 10; second++) { // it delivers, and not what can be decoded
            successor.fake.session().deliver(Jpegs.HALF);
            studio.pass(1);
        }

        assertThat(Studio.failure(grab, ErrorName.UNKNOWN)).hasMessageContaining("no frame came within 10 s");
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule({"IC-13", "IC-15"})
    void aTrackThatEndsBeforeTheFrameComesIsUnknownError() {
        Promise<ImageBitmap> grab = grab();

        camera.fake.session().end(EndCause.FINISHED);
        studio.settle();

        Studio.failure(grab, ErrorName.UNKNOWN);
    }

    @Test
    @Rule("AC-2")
    void itComesAfterTheConstraintsThatWereAppliedBeforeIt() {
        camera.fake.applying.shut();
        Promise<Void> applied = track.applyConstraints(Map.of("width", 320, "height", 240, "zoom", 2));
        Promise<ImageBitmap> grab = grab();
        studio.frame();
        assertThat(grab.isDone()).isFalse();

        camera.fake.applying.open();
        studio.settle();
        Rig.value(applied);
        studio.frame();

        assertThat(Rig.value(grab).width()).isEqualTo(320);
    }

    @Test
    @Rule({"AC-2", "AC-4"})
    void constraintsThatFailDoNotFailTheFrameAfterThem() {
        Promise<Void> applied = track.applyConstraints(Map.of("zoom", Map.of("exact", 99)));
        Promise<ImageBitmap> grab = grab();
        studio.frame();

        Rig.failure(applied);
        assertThat(Rig.value(grab).width()).isEqualTo(640);
    }

    @Test
    @Rule({"IC-15", "IC-19"})
    void itWaitsForNoPhoto() {
        Promise<Blob> photo = capture.takePhoto();
        studio.settle();
        Promise<ImageBitmap> grab = grab();

        camera.fake.session().deliver(Jpegs.WHOLE);
        studio.settle();

        assertThat(Rig.value(grab).width()).isEqualTo(64);
        Rig.value(photo);
    }

    @Test
    @Rule({"IC-5", "IC-14"})
    void whileAPhotoInterruptsTheStreamItWaitsForTheStream() {
        Promise<Blob> photo = capture.takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        Promise<ImageBitmap> grab = grab();
        studio.frame();
        Rig.value(photo);
        assertThat(grab.isDone()).isFalse();

        studio.frame();

        assertThat(Rig.value(grab).width()).isEqualTo(640);
    }

    private Promise<ImageBitmap> grab() {
        Promise<ImageBitmap> grab = capture.grabFrame();
        studio.settle();
        return grab;
    }

    private void mute(boolean muted) {
        camera.fake.session().sink().muted(muted);
        studio.settle();
    }

    @Test
    @Rule("IC-15")
    void aSlowTrackIsGivenTheTimeOfAFewOfItsFrames() {
        Promise<Void> applied = track.applyConstraints(Map.of("frameRate", Map.of("exact", 0.05)));
        studio.run(1);
        Rig.value(applied);

        Promise<ImageBitmap> grab = grab();
        studio.run(25);

        Rig.value(grab);
    }

    @Test
    @Rule("IC-15")
    void constraintsThatAreNotAppliedInTimeDoNotKeepItBeyondItsDeadline() {
        camera.fake.starting.shutForGood();
        track.applyConstraints(Map.of("width", 1280, "height", 720));
        track.applyConstraints(Map.of("width", 640, "height", 480));
        Promise<ImageBitmap> grab = grab();

        studio.grace(60);
        studio.pass(9.9);
        boolean early = grab.isDone();
        camera.fake.starting.open();
        studio.run(20);

        assertThat(early).isFalse();
        assertThat(grab.isDone()).isTrue();
    }

    @Test
    @Rule("IC-14")
    void itWaitsForAPhotoOnlyIfConstraintsOfItsOwnTrackDo() {
        camera.still = java.util.Optional.of(StudioCamera.everything());
        track.stop();
        CameraTrack other = studio.track();
        camera.fake.still = true;
        camera.fake.photographing.shut();
        CameraTrack clone = other.clone();
        studio.settle();
        Promise<Blob> photo = studio.capture(other).takePhoto();
        studio.settle();

        clone.applyConstraints(Map.of("zoom", 2));
        Promise<ImageBitmap> free = studio.capture(other).grabFrame();
        Promise<ImageBitmap> bound = studio.capture(clone).grabFrame();
        studio.settle();
        studio.frame();
        assertThat(List.of(free.isDone(), bound.isDone())).containsExactly(true, false);
        camera.fake.photographing.open();
        studio.settle();
        studio.frame();

        Rig.value(photo);
        Rig.value(bound);
    }
}
