// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;

/** A swap that an operator asks for (HS-6), between two providers of one mock camera. */
@ExtendWith(PatientCore.class)
class SwapTest {
    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private MockCameras cameras;

    @BeforeEach
    void prepare() {
        cameras = new MockCameras(configurations, admin);
    }

    @AfterEach
    void removeCameras() throws Exception {
        tracks.forEach(MediaStreamTrack::stop);
        cameras.remove();
    }

    @Test
    void twoProvidersOfOneCameraAreOneCamera() throws Exception {
        offerTwice(false);

        assertThat(admin.cameras())
                .filteredOn(camera -> camera.name().equals("twin"))
                .hasSize(1);
        assertThat(cameras.status("twin").providers())
                .extracting(ProviderStatus::provider)
                .containsExactly("left", "right");
    }

    @Test
    void aSwapOfACameraThatCanBeOpenedTwiceMutesNobodyAndLosesNothing() throws Exception {
        offerTwice(false);
        MediaStreamTrack track = open();
        Await.value(track.applyConstraints(Map.of("width", Map.of("exact", 320), "zoom", Map.of("exact", 2))));
        MediaStreamTrack clone = follow(track.clone());
        ImageCapture capture = captures.create(track);
        List<Promise<Blob>> photos = new ArrayList<>();
        List<Promise<ImageBitmap>> grabs = new ArrayList<>();
        AtomicLong last = new AtomicLong(-1);
        AtomicLong lastTime = new AtomicLong(Long.MIN_VALUE);
        List<String> disorder = new CopyOnWriteArrayList<>();

        try (FrameSubscription frames = clone.frames(new FrameOptions(1, true), frame -> {
            try (frame) {
                if (frame.sequence() <= last.getAndSet(frame.sequence())
                        || frame.timestamp() <= lastTime.getAndSet(frame.timestamp())) {
                    disorder.add(frame.sequence() + " at " + frame.timestamp());
                }
            }
        })) {
            for (String provider : List.of("right", "left", "right", "left", "right")) {
                photos.add(capture.takePhoto());
                Promise<Void> swap = admin.swap("twin", provider);
                photos.add(capture.takePhoto());
                grabs.add(capture.grabFrame());
                Await.value(swap);
                assertThat(cameras.inUse("twin")).isEqualTo(provider);
                long delivered = frames.delivered();
                Await.until("frames come through " + provider, () -> frames.delivered() > delivered + 3);
            }
        }

        for (Promise<Blob> photo : photos) {
            assertThat(Await.value(photo).size()).isPositive();
        }
        for (Promise<ImageBitmap> grab : grabs) {
            try (ImageBitmap bitmap = Await.value(grab)) {
                assertThat(bitmap.width()).isEqualTo(320);
            }
        }
        assertThat(disorder).as("frames twice or out of order").isEmpty();
        assertThat(events).filteredOn(SwapTest::isOfTheSwap).isEmpty();
        assertThat(track.getSettings().get(ConstrainableProperty.ZOOM)).contains(2.0);
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(320L);
    }

    @Test
    void aSwapOfACameraThatCanBeOpenedOnceMutesOnce() throws Exception {
        offerTwice(true);
        MediaStreamTrack track = open();

        Await.value(admin.swap("twin", "right"));

        Await.until("the track is unmuted", () -> !track.isMuted() && events.contains("unmute"));
        assertThat(events).filteredOn(SwapTest::isOfTheSwap).containsExactly("mute", "unmute");
        assertThat(cameras.inUse("twin")).isEqualTo("right");
    }

    @Test
    void aProviderThatFailsLeavesTheCameraWhereItIs() throws Exception {
        cameras.offer("twin", "left", 20, Map.of());
        cameras.offer("twin", "right", 10, Map.of("faults", "open-fails=1"));
        MediaStreamTrack track = open();

        assertThat(Await.failure(admin.swap("twin", "right")))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.name()).isEqualTo("NotReadableError"))
                .hasMessageContaining("mock:twin (right)");

        assertThat(cameras.inUse("twin")).isEqualTo("left");
        assertThat(events).filteredOn(SwapTest::isOfTheSwap).isEmpty();
        Await.value(captures.create(track).takePhoto());
        Await.value(admin.swap("twin", "right")); // the second time it opens
        assertThat(cameras.inUse("twin")).isEqualTo("right");
    }

    @Test
    void aPreferredProviderIsUsedNextAndDisturbsNobody() throws Exception {
        offerTwice(false);
        MediaStreamTrack track = open();
        Configuration core = configurations.getConfiguration("org.mediacapture.core", "?");

        core.update(new Hashtable<>(Map.of("provider.preference", new String[] {"right"})));
        try {
            Await.until(
                    "the preferred one is first",
                    () -> cameras.status("twin").providers().get(0).provider().equals("right"));
            assertThat(cameras.inUse("twin")).isEqualTo("left");
            track.stop();
            Await.until("the camera is closed", () -> cameras.inUse("twin").isEmpty());
            open();

            assertThat(cameras.inUse("twin")).isEqualTo("right");
        } finally {
            core.update(new Hashtable<>());
        }
    }

    /** The automatics of a mock camera may choose anew at any time. */
    private static boolean isOfTheSwap(String event) {
        return !event.equals("configurationchange");
    }

    private void offerTwice(boolean exclusive) throws Exception {
        cameras.offer("twin", "left", 20, Map.of("exclusive", exclusive));
        cameras.offer("twin", "right", 10, Map.of("exclusive", exclusive));
    }

    private MediaStreamTrack open() throws Exception {
        MediaStreamTrack track = Await.value(devices.getUserMedia(cameras.request("twin")))
                .getVideoTracks()
                .get(0);
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        return follow(track);
    }

    private MediaStreamTrack follow(MediaStreamTrack track) {
        tracks.add(track);
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }
        return track;
    }
}
