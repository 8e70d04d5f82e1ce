// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mediacapture.stream.TrackEvent.Type.MUTE;
import static org.mediacapture.stream.TrackEvent.Type.UNMUTE;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/** Frames of a USB camera: their format, their order, and what a photo of another size does to them. */
@InLab
class StreamTest {
    private static final int MANY = 20;

    private final LabFramework framework;
    private final VideoNode camera;
    private final Cameras cameras;

    StreamTest(LabFramework framework, CameraLab lab) {
        this.framework = framework;
        this.camera = lab.camera("uvcvideo");
        this.cameras = new Cameras(framework);
    }

    @AfterEach
    void stop() {
        cameras.close();
    }

    @Test
    void jpegIsTakenWhereItReachesTheSizeAndTheRateAndRawPicturesElsewhere() throws Exception {
        framework.device("javacv", camera.address());

        assertThat(formatOf(640, 480, 30)).isEqualTo(PixelFormat.MJPEG);
        assertThat(formatOf(1280, 720, 30)).isEqualTo(PixelFormat.MJPEG);
        assertThat(formatOf(320, 240, 30)).isEqualTo(PixelFormat.YUYV);
    }

    private PixelFormat formatOf(int width, int height, int rate) throws Exception {
        List<PixelFormat> formats = new CopyOnWriteArrayList<>();
        MediaStreamTrack track = cameras.open(
                camera.address(),
                Map.of(
                        "width", Map.of("exact", width),
                        "height", Map.of("exact", height),
                        "frameRate", Map.of("exact", rate),
                        "resizeMode", "none"));
        try (FrameSubscription frames = track.frames(FrameOptions.latest(), frame -> {
            try (frame) {
                formats.add(frame.format());
            }
        })) {
            await("a frame").atMost(LabFramework.PATIENCE).until(() -> !formats.isEmpty());
        }
        track.stop();
        return formats.get(0);
    }

    @Test
    @Tag("smoke")
    void noFrameComesTwiceAndEachThatIsMissingIsCounted() throws Exception {
        framework.device("javacv", camera.address());
        MediaStreamTrack track =
                cameras.open(camera.address(), Map.of("width", Map.of("exact", 320), "height", Map.of("exact", 240)));
        List<long[]> seen = new CopyOnWriteArrayList<>(); // the camera's number and the track's

        try (FrameSubscription frames = track.frames(FrameOptions.latest(), frame -> {
            try (frame) {
                seen.add(new long[] {numberIn(frame), frame.sequence()});
            }
        })) {
            await("frames").atMost(LabFramework.PATIENCE).until(() -> seen.size() >= MANY);
        }

        for (int i = 1; i < MANY; i++) {
            assertThat(seen.get(i)[0]).isGreaterThan(seen.get(i - 1)[0]);
            assertThat(seen.get(i)[1] - seen.get(i - 1)[1])
                    .as("frames from one to the next")
                    .isEqualTo(seen.get(i)[0] - seen.get(i - 1)[0]);
        }
    }

    /** The luma of YUYV is every second byte. */
    private static long numberIn(VideoFrame frame) {
        ByteBuffer bytes = frame.plane(0);
        return UvcPicture.frameNumber((x, y) -> bytes.get(y * frame.rowStride(0) + 2 * x) & 0xff);
    }

    @Test
    @Tag("smoke")
    void aPhotoHasTheLargestSizeForWhichASmallerStreamIsInterruptedAndGivenBack() throws Exception {
        framework.device("javacv", camera.address());
        TrackLog log = new TrackLog(cameras.open(camera.address(), Map.of("width", 640, "height", 480)));
        log.awaitFrames();
        ImageCapture capture = framework.service(ImageCaptureFactory.class).create(log.track());

        assertThat(Promises.value(capture.getPhotoSettings())).isEqualTo(PhotoSettings.ofSize(1280, 720));
        Blob photo = Promises.value(capture.takePhoto());

        assertThat(photo.type()).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.bytes())).getWidth())
                .isEqualTo(1280);
        log.awaitEvents(MUTE, UNMUTE);
        log.awaitFrames();
        assertThat(log.track().getSettings().toMap())
                .containsEntry("width", 640L)
                .containsEntry("height", 480L);
        Blob ofStream = Promises.value(capture.takePhoto(PhotoSettings.ofSize(640, 480)));
        assertThat(UvcPicture.of(ofStream).width()).isEqualTo(640);
        assertThat(log.events()).as("no further interruption").containsExactly(MUTE, UNMUTE);
    }
}
