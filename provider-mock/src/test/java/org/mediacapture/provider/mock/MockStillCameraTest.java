// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.StillCamera;

class MockStillCameraTest {
    private final ManualTimer timer = new ManualTimer(0);
    private final MockDevice device = MockCameras.device(timer, Map.of("still", true));

    @Test
    void aCameraHasNoneUnlessConfigured() throws CameraException {
        assertThat(MockCameras.device(timer, Map.of())
                        .open(RecordingSink.releasing())
                        .still())
                .isEmpty();
    }

    @Test
    void tellsTheSizesOfItsModes() throws CameraException {
        StillCamera still = device.open(RecordingSink.releasing()).still().orElseThrow();
        assertThat(still.capabilities().toMap())
                .isEqualTo(Map.of(
                        "redEyeReduction", "never",
                        "imageWidth", Map.of("min", 160.0, "max", 320.0, "step", 0.0),
                        "imageHeight", Map.of("min", 120.0, "max", 240.0, "step", 0.0)));
    }

    @Test
    void aPhotoHasTheLargestSizeAndTheNumberOfTheNextFrame() throws CameraException, IOException {
        CameraSession session = device.open(RecordingSink.releasing());
        session.start(MockCameras.I420);
        timer.advance(1_000_000_000);
        Blob photo = session.still().orElseThrow().takePhoto(PhotoSettings.none());
        assertThat(photo.type()).isEqualTo("image/jpeg");
        BufferedImage image = ImageIO.read(photo.stream());
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(240);
        assertThat(new BlockCode(new PictureLayout(320, 240)).read(Pictures.luma(image), 320))
                .hasValue(31);
    }

    @ParameterizedTest
    @CsvSource({"100,,160", "235,,160", "245,,320", "5000,5000,320", ",130,160", "320,120,320"})
    void wishesMoveToTheNearestSize(Double width, Double height, int expected) throws CameraException, IOException {
        StillCamera still = device.open(RecordingSink.releasing()).still().orElseThrow();
        PhotoSettings wishes = new PhotoSettings(
                Optional.empty(), Optional.ofNullable(height), Optional.ofNullable(width), Optional.empty());
        assertThat(ImageIO.read(still.takePhoto(wishes).stream()).getWidth()).isEqualTo(expected);
    }
}
