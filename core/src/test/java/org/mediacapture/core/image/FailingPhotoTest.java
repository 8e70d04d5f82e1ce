// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeEncoder;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Studio;
import org.mediacapture.core.track.StudioCamera;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.osgi.util.promise.Promise;

/** Photos that fail, and controls that do. */
class FailingPhotoTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    void aPhotoOfAnotherSizeThatCannotBeEncodedFailsWhenTheStreamIsRestored() {
        CameraTrack track = studio.track();
        FakeEncoder encoder = new FakeEncoder();
        encoder.failure = Optional.of(new OutOfMemoryError("48 megapixels"));
        studio.encoder = encoder;
        Promise<Blob> photo = studio.capture(track).takePhoto(PhotoSettings.ofSize(1280, 720));
        studio.settle();
        camera.fake.starting.shut();
        studio.frame();
        assertThat(camera.fake.starting.holds()).as("the stream is restored").isTrue();
        Promise<Void> applied = track.applyConstraints(Map.of("zoom", 5));
        studio.settle();
        assertThat(applied.isDone()).as("it waits for its turn").isFalse();

        camera.fake.starting.open();
        studio.settle();

        assertThat(Studio.failure(photo, ErrorName.UNKNOWN))
                .hasMessage("the photo could not be encoded: java.lang.OutOfMemoryError: 48 megapixels");
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        Rig.value(applied);
    }

    @Test
    void aPhotoThatMovesOverIsEncodedOnce() {
        CameraTrack track = studio.track();
        List<PixelFormat> encoded = new ArrayList<>();
        studio.encoder = new Counting(encoded);
        Promise<Blob> photo = studio.capture(track).takePhoto();
        studio.settle();
        studio.plug();
        studio.unplug(camera);
        studio.settle();

        studio.frame();
        studio.frame();

        Rig.value(photo);
        assertThat(encoded).hasSize(1);
    }

    @Test
    void theFailureOfAControlNamesWhatCouldNotBeSetBackEither() {
        CameraTrack track = studio.track();
        camera.stuck.add(ConstrainableProperty.ZOOM);

        Promise<Void> applied = track.applyConstraints(Map.of("zoom", 5));
        studio.settle();

        assertThat(Studio.failure(applied, ErrorName.OPERATION).getCause().getSuppressed())
                .singleElement()
                .satisfies(stuck -> assertThat(stuck).hasMessageContaining("zoom is stuck"));
    }

    /** Writes down what it encodes. */
    private record Counting(List<PixelFormat> encoded) implements ImageEncoder {
        @Override
        public boolean encodes(PixelFormat format, String type) {
            return true;
        }

        @Override
        public Blob encode(VideoFrame frame, String type, double quality) {
            encoded.add(PixelFormat.GRAY8);
            return new Blob(type, new byte[] {1});
        }
    }
}
