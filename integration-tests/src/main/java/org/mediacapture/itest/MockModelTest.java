// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.InputDeviceInfo;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamFactory;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;

/** Streams, clones, cropped and disabled tracks, sound and changes of devices, on the mock camera through all layers. */
class MockModelTest {
    private static final String MOCK_CAMERA = "org.mediacapture.provider.mock.camera";

    @InjectService
    MediaDevices devices;

    @InjectService
    MediaStreamFactory streams;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    ConfigurationAdmin configurations;

    private MediaStream stream;
    private MediaStreamTrack video;

    @BeforeEach
    void openMock() throws Exception {
        String id = Await.value(devices.enumerateDevices()).stream()
                .filter(info -> info.label().equals("Mock camera"))
                .map(MediaDeviceInfo::deviceId)
                .findFirst()
                .orElseThrow();
        stream = Await.value(devices.getUserMedia(
                Map.of("audio", true, "video", Map.of("deviceId", Map.of("exact", id), "resizeMode", "none"))));
        video = stream.getVideoTracks().get(0);
    }

    @AfterEach
    void stopTracks() {
        stream.getTracks().forEach(MediaStreamTrack::stop);
    }

    @Test
    @Rule({"GUM-15", "STR-7", "IC-1"})
    void soundAndPicturesComeTogether() {
        MediaStreamTrack audio = stream.getAudioTracks().get(0);

        assertThat(stream.getTracks()).hasSize(2);
        assertThat(audio.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(audio.label()).isEqualTo("Mock microphone");
        assertThat(audio.getSettings().get(ConstrainableProperty.SAMPLE_RATE)).isPresent();
        assertThat(audio.getSettings().get(ConstrainableProperty.GROUP_ID))
                .isEqualTo(video.getSettings().get(ConstrainableProperty.GROUP_ID));
        assertThat(catchThrowableOfType(MediaException.class, () -> captures.create(audio))
                        .name())
                .isEqualTo("NotSupportedError");
    }

    @Test
    @Rule({"RES-1", "RES-2", "RES-3", "RES-6"})
    void twoTracksOfOneCameraHaveSizesAndRatesOfTheirOwn() throws Exception {
        MediaStreamTrack small = video.clone();
        Await.value(small.applyConstraints(Map.of(
                "width", Map.of("exact", 200), "height", Map.of("exact", 200), "frameRate", Map.of("exact", 10))));

        assertThat(small.getSettings().get(ConstrainableProperty.RESIZE_MODE)).contains("crop-and-scale");
        assertThat(video.getSettings().get(ConstrainableProperty.RESIZE_MODE)).contains("none");
        assertThat(nextSize(small)).isEqualTo("200x200");
        assertThat(nextSize(video)).isEqualTo("640x480");
        Await.until("frames are left out", () -> small.stats().orElseThrow().discardedFrames() > 0);
        small.stop();
    }

    @Test
    @Rule({"TRK-2", "X-2"})
    void aDisabledTrackIsBlackAndItsCloneIsNot() throws Exception {
        MediaStreamTrack shown = video.clone();
        video.setEnabled(false);

        try (VideoFrame black = nextFrame(video);
                VideoFrame picture = nextFrame(shown)) {
            assertThat(brightest(black)).isZero();
            assertThat(brightest(picture)).isPositive();
        }
        assertThat(Await.failure(captures.create(video).grabFrame()))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("InvalidStateError"));
        shown.stop();
    }

    @Test
    @Rule({"TRK-13", "IC-10"})
    void aCameraThatNobodyWantsIsReleasedAndTakesPhotosAllTheSame() throws Exception {
        video.setEnabled(false);
        assertThat(brightest(nextFrame(video))).isZero();

        assertThat(Await.value(captures.create(video).takePhoto()).size()).isPositive();

        video.setEnabled(true);
        assertThat(nextSize(video)).isEqualTo("640x480");
    }

    @Test
    @Rule({"STR-1", "STR-2", "STR-5", "TRK-10"})
    void streamsShareAndCloneTracks() {
        MediaStream shared = streams.create(stream);
        MediaStream cloned = stream.clone();

        assertThat(shared.getTracks()).containsExactlyElementsOf(stream.getTracks());
        assertThat(cloned.getTracks()).hasSize(2).doesNotContainAnyElementsOf(stream.getTracks());
        stream.getTracks().forEach(MediaStreamTrack::stop);
        assertThat(shared.isActive()).isFalse();
        assertThat(cloned.isActive()).isTrue();
        cloned.getTracks().forEach(MediaStreamTrack::stop);
        assertThat(cloned.isActive()).isFalse();
    }

    @Test
    @Rule({"DC-1", "DC-4", "ENUM-2", "ENUM-8"})
    void aCameraThatComesAndGoesIsTold() throws Exception {
        BlockingQueue<DeviceChangeEvent> events = new LinkedBlockingQueue<>();
        try (Registration listening = devices.addDeviceChangeListener(events::add)) {
            Configuration camera = configurations.createFactoryConfiguration(MOCK_CAMERA, "?");
            camera.update(new Hashtable<>(Map.of("name", "second", "label", "Second camera")));
            DeviceChangeEvent came = Await.next(events);
            while (came.userInsertedDevices().isEmpty()) { // what went with an earlier test is told a moment later
                came = Await.next(events);
            }
            assertThat(came.userInsertedDevices())
                    .extracting(MediaDeviceInfo::label)
                    .containsExactly("Second camera");
            assertThat(came.devices().get(0).kind()).isEqualTo(MediaDeviceKind.AUDIO_INPUT);
            assertThat(((InputDeviceInfo) came.userInsertedDevices().get(0))
                            .getCapabilities()
                            .properties())
                    .contains(ConstrainableProperty.WIDTH);

            camera.delete();
            DeviceChangeEvent went = Await.next(events);
            assertThat(went.devices()).extracting(MediaDeviceInfo::label).doesNotContain("Second camera");
            assertThat(went.userInsertedDevices()).isEmpty();
        }
    }

    @Test
    @Rule({"PX-27", "AC-5"})
    void whatAnAutomaticModeChoseCanBeRead() throws Exception {
        Await.value(video.applyConstraints(Map.of("exposureMode", "continuous")));
        assertThat(Await.value(video.readSettings()).get(ConstrainableProperty.EXPOSURE_TIME))
                .isPresent();

        Await.value(video.applyConstraints(Map.of("exposureTime", 100, "exposureMode", "manual")));
        assertThat(Await.value(video.readSettings())
                        .get(ConstrainableProperty.EXPOSURE_TIME)
                        .orElseThrow())
                .isBetween(90.0, 110.0);
    }

    @Test
    void theLastTrackReleasesTheCamera() {
        List<MediaStreamTrack> tracks = stream.getTracks();
        tracks.forEach(MediaStreamTrack::stop);
        assertThat(tracks).allSatisfy(track -> assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED));
    }

    private static String nextSize(MediaStreamTrack track) throws InterruptedException {
        try (VideoFrame frame = nextFrame(track)) {
            return frame.visible().width() + "x" + frame.visible().height();
        }
    }

    private static VideoFrame nextFrame(MediaStreamTrack track) throws InterruptedException {
        BlockingQueue<VideoFrame> frames = new LinkedBlockingQueue<>();
        try (FrameSubscription subscription = track.frames(FrameOptions.latest(), frame -> {
            if (!frames.isEmpty() || !frames.offer(frame)) {
                frame.close();
            }
        })) {
            return Await.next(frames);
        }
    }

    /** The brightest sample of the first plane: the luma of a black picture is 0. */
    private static int brightest(VideoFrame frame) {
        var plane = frame.plane(0);
        int brightest = 0;
        while (plane.hasRemaining()) {
            brightest = Math.max(brightest, plane.get() & 0xFF);
        }
        return brightest;
    }
}
