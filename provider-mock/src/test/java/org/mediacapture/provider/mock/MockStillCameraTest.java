// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.FillLightMode;
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
    @Rule({"PC-1", "PC-3", "PC-4", "PC-5"})
    void tellsTheSizesOfItsModesAndWhatItsFlashCanDo() throws CameraException {
        assertThat(still(Map.of()).capabilities().toMap())
                .isEqualTo(Map.of(
                        "redEyeReduction", "controllable",
                        "imageWidth", Map.of("min", 160.0, "max", 320.0, "step", 0.0),
                        "imageHeight", Map.of("min", 120.0, "max", 240.0, "step", 0.0),
                        "fillLightMode", List.of("auto", "off", "flash")));
    }

    @Test
    @Rule({"IC-12", "PC-2"})
    void tellsHowItTakesAPhotoWithoutWishes() throws CameraException {
        assertThat(still(Map.of()).settings().toMap())
                .isEqualTo(Map.of(
                        "fillLightMode", "auto", "imageWidth", 320.0, "imageHeight", 240.0, "redEyeReduction", false));
        assertThat(still(Map.of("photo.redEyeReduction", "never", "photo.fillLightMode", new String[0]))
                        .settings()
                        .toMap())
                .isEqualTo(Map.of("imageWidth", 320.0, "imageHeight", 240.0));
    }

    @Test
    void settingsAreLostAfterClose() throws CameraException {
        CameraSession session = device.open(RecordingSink.releasing());
        StillCamera still = session.still().orElseThrow();
        session.close();
        assertThatThrownBy(still::settings)
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(CameraException.Reason.LOST));
    }

    @Test
    @Rule("IC-7")
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
    @Rule("IC-8")
    void wishesMoveToTheNearestSize(Double width, Double height, int expected) throws CameraException, IOException {
        PhotoSettings.Builder wishes = PhotoSettings.builder();
        Optional.ofNullable(width).ifPresent(wishes::imageWidth);
        Optional.ofNullable(height).ifPresent(wishes::imageHeight);
        assertThat(ImageIO.read(still(Map.of()).takePhoto(wishes.build()).stream())
                        .getWidth())
                .isEqualTo(expected);
    }

    @Test
    @Rule({"IC-7", "IC-8"})
    void photosMayBeLargerThanTheStream() throws CameraException, IOException {
        StillCamera still = still(Map.of("photo.sizes", new String[] {"640x480", "2592x1944"}));
        BufferedImage image = ImageIO.read(still.takePhoto(PhotoSettings.none()).stream());
        assertThat(image.getWidth()).isEqualTo(2592);
        assertThat(image.getHeight()).isEqualTo(1944);
    }

    @ParameterizedTest
    @CsvSource({
        "FLASH, 0, true",
        "FLASH, 10, true",
        "OFF, 0, false",
        "OFF, 10, false",
        "AUTO, 0, false",
        "AUTO, 10, true",
        ", 0, false",
        ", 10, true"
    })
    @Rule("PC-5")
    void thePhotoTellsWhetherTheFlashFired(FillLightMode mode, int frames, boolean fired)
            throws CameraException, IOException {
        CameraSession session = device.open(RecordingSink.releasing());
        session.start(MockCameras.I420);
        timer.advance(frames * 1_000_000_000L / 30 - 1);
        PhotoSettings.Builder wishes = PhotoSettings.builder();
        Optional.ofNullable(mode).ifPresent(wishes::fillLightMode);
        BufferedImage photo = ImageIO.read(session.still().orElseThrow().takePhoto(wishes.build()).stream());
        assertThat(marks(photo)).hasValue(new PhotoCode.Marks(fired, false));
    }

    @ParameterizedTest
    @CsvSource({
        "controllable, true, true",
        "controllable, false, false",
        "controllable,, false",
        "always,, true",
        "always, false, true",
        "never,, false",
        "never, true, false"
    })
    @Rule("PC-4")
    void thePhotoTellsWhetherRedEyesWereReduced(String capability, Boolean wish, boolean reduced)
            throws CameraException, IOException {
        PhotoSettings.Builder wishes = PhotoSettings.builder().fillLightMode(FillLightMode.FLASH);
        Optional.ofNullable(wish).ifPresent(wishes::redEyeReduction);
        StillCamera still = still(Map.of("photo.redEyeReduction", capability));
        BufferedImage photo = ImageIO.read(still.takePhoto(wishes.build()).stream());
        assertThat(marks(photo)).hasValue(new PhotoCode.Marks(true, reduced));
        int pupil = photo.getRGB((int) (0.86 * 320), (int) (0.13 * 240));
        assertThat(pupil >> 16 & 0xff).matches(red -> reduced ? red < 90 : red > 150);
        int corner = photo.getRGB(10, 10) & 0xff;
        BufferedImage unlit = ImageIO.read(
                still
                        .takePhoto(PhotoSettings.builder()
                                .fillLightMode(FillLightMode.OFF)
                                .build())
                        .stream());
        assertThat(corner).isGreaterThan((unlit.getRGB(10, 10) & 0xff) + 20);
    }

    @Test
    void framesOfTheStreamHaveNoMarksOfPhotos() {
        PictureLayout layout = new PictureLayout(320, 240);
        Picture frame = Pictures.drawn(layout, 0, 0, Look.NEUTRAL);
        assertThat(new PhotoCode(layout).read(frame.luma())).isEmpty();
    }

    private static Optional<PhotoCode.Marks> marks(BufferedImage photo) {
        return new PhotoCode(new PictureLayout(photo.getWidth(), photo.getHeight())).read(Pictures.luma(photo));
    }

    private StillCamera still(Map<String, Object> values) throws CameraException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("still", true);
        return MockCameras.device(timer, all)
                .open(RecordingSink.releasing())
                .still()
                .orElseThrow();
    }
}
