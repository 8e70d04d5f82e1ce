// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeEncoder;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Studio;
import org.mediacapture.core.track.StudioCamera;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCapture;
import org.osgi.util.promise.Promise;

/** Nothing waits without a deadline, wherever it waits, and nothing that fails holds up the others. */
class PhotoDeadlineTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final FakeEncoder encoder = new FakeEncoder();

    @AfterEach
    void nothingIsLeft() {
        encoder.encoding.open();
        camera.fake.photographing.open();
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule("IC-4")
    void photosBehindPhotosThatDoNotComeFailWithThem() {
        CameraTrack track = studio.track();
        ImageCapture capture = studio.capture(track);
        camera.fake.session().sink().muted(true);
        studio.settle();
        List<Promise<?>> calls = new ArrayList<>(photos(capture, 20));
        Promise<Void> applied = track.applyConstraints(Map.of("zoom", 2));
        calls.addAll(List.of(applied, capture.grabFrame(), capture.getPhotoCapabilities(), studio.open(Map.of())));

        studio.pass(10.1);

        assertThat(calls).allMatch(Promise::isDone);
        Studio.failure(calls.get(19), ErrorName.UNKNOWN);
        Rig.value(applied);
    }

    @Test
    @Rule({"IC-4", "IC-19"})
    void ofManyPhotosThatTakeLongTogetherNoneIsLost() {
        studio.encoder = encoder;
        CameraTrack track = studio.track();
        List<Promise<Blob>> photos = photos(studio.capture(track), 200);

        studio.run(30);

        photos.forEach(Rig::value);
    }

    @Test
    @Rule("IC-4")
    void anEncoderThatDiesFailsThePhotoAndNothingElse() {
        studio.encoder = encoder;
        encoder.failure = Optional.of(new OutOfMemoryError("48 megapixels"));
        camera.still = Optional.of(StudioCamera.everything());
        CameraTrack track = studio.track();
        Promise<Blob> own = studio.capture(track).takePhoto(Map.of("type", "image/png"));
        studio.settle();
        assertThat(Studio.failure(own, ErrorName.UNKNOWN)).hasMessageContaining("48 megapixels");

        camera.still = Optional.empty();
        track.stop();
        CameraTrack other = studio.track();
        Promise<Blob> ofTheStream = studio.capture(other).takePhoto();
        studio.settle();
        studio.frame();

        assertThat(Studio.failure(ofTheStream, ErrorName.UNKNOWN)).hasMessageContaining("48 megapixels");
    }

    @Test
    @Rule("IC-4")
    void anEncoderThatNeverReturnsHoldsUpNobodyAfterTheDeadline() {
        studio.encoder = encoder;
        encoder.encoding.shut();
        camera.still = Optional.of(StudioCamera.everything());
        CameraTrack track = studio.track();
        Promise<Blob> photo = studio.capture(track).takePhoto(Map.of("type", "image/png"));
        Promise<Void> applied = track.applyConstraints(Map.of("zoom", 2));

        studio.run(11);

        Studio.failure(photo, ErrorName.UNKNOWN);
        Rig.value(applied);
    }

    @Test
    void aPhotoThatIsStillBeingEncodedWhenItsCameraGoesKeepsNoFrameFromTheTracks() {
        studio.encoder = encoder;
        encoder.encoding.shut();
        CameraTrack track = studio.track();
        studio.plug();
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        studio.frame();

        studio.unplug(camera);
        studio.settle();
        List<String> sizes = Studio.sizes(track);
        studio.run(3);
        assertThat(sizes).isNotEmpty();

        encoder.encoding.open();
        studio.settle();
        assertThat(Rig.value(photo).size()).as("exposed before the loss").isEqualTo(1);
    }

    @Test
    @Rule("IC-13")
    void aPhotoOfAStoppedTrackHoldsUpNobody() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        List<String> events = Studio.events(clone);

        track.stop();
        Promise<Void> applied = clone.applyConstraints(Map.of("zoom", 2));
        studio.settle();
        studio.frame();

        Studio.failure(photo, ErrorName.UNKNOWN);
        Rig.value(applied);
        assertThat(events).as("the stream is as before").endsWith("unmute");
    }

    @Test
    @Rule("IC-11")
    void capabilitiesBehindAStillPartThatNeverAnswersAreToldWhenItIsLeftBehind() {
        camera.still = Optional.of(StudioCamera.everything());
        camera.fake.still = true;
        camera.fake.photographing.shutForGood();
        studio.plug();
        CameraTrack track = studio.track();
        ImageCapture capture = studio.capture(track);
        List<Promise<Blob>> photos = photos(capture, 5);
        Promise<?> capabilities = capture.getPhotoCapabilities();

        studio.run(25);

        assertThat(photos).allMatch(Promise::isDone);
        Rig.value(capabilities);
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule("IC-10")
    void incompletePicturesForTenSecondsAreNoPhotoAndADisabledCameraIsReleased() {
        CameraTrack track = studio.track();
        track.setEnabled(false);
        studio.run(3);
        assertThat(camera.isOpen()).isFalse();
        Promise<Blob> photo = studio.capture(track).takePhoto();
        studio.settle();

        for (int seconds = 0; seconds < 11; seconds++) {
            camera.fake.session().deliver(Jpegs.HALF);
            studio.pass(1);
        }
        Studio.failure(photo, ErrorName.UNKNOWN);
        studio.pass(3);

        assertThat(camera.isOpen()).isFalse();
    }

    private static List<Promise<Blob>> photos(ImageCapture capture, int number) {
        return Stream.generate(capture::takePhoto).limit(number).toList();
    }
}
