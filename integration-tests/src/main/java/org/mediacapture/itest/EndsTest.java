// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;

/** Providers, codecs and the core that go at the worst moment: whatever happens comes to an end, and nothing hangs (HS-2, HS-5). */
class EndsTest {
    private static final String PROVIDER = "org.mediacapture.provider.mock";
    private static final String CORE = "org.mediacapture.core";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private MockCameras cameras;

    @BeforeEach
    void prepare() {
        cameras = new MockCameras(configurations, admin);
    }

    @AfterEach
    void restore() throws Exception {
        tracks.forEach(MediaStreamTrack::stop);
        for (String name : List.of(PROVIDER, "org.mediacapture.codec.ffmpeg", CORE)) {
            bundle(name).start();
        }
        cameras = new MockCameras(configurations, service(CameraAdmin.class)).takeOver(cameras);
        cameras.remove();
    }

    @Test
    @ExtendWith(PatientCore.class)
    void aProviderMayBeStoppedFromAMuteListener() throws Exception {
        cameras.offer("twin", "left", 20, Map.of("exclusive", true));
        cameras.offer("twin", "right", 10, Map.of("exclusive", true));
        MediaStreamTrack track = open("twin");
        Bundle provider = bundle(PROVIDER);
        CompletableFuture<Integer> stopped = new CompletableFuture<>();
        track.addEventListener(TrackEvent.Type.MUTE, event -> {
            if (stopped.isDone()) {
                return; // the stop mutes once more, if the swap was over before
            }
            try {
                provider.stop();
                stopped.complete(provider.getState());
            } catch (BundleException failure) {
                stopped.completeExceptionally(failure);
            }
        });

        admin.swap("twin", "right");
        assertThat(stopped.get(30, TimeUnit.SECONDS)).isEqualTo(Bundle.RESOLVED);
        provider.start();

        Await.until("the track delivers again", () -> !track.isMuted() && events.contains("unmute"));
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(Await.value(captures.create(track).takePhoto()).size()).isPositive();
    }

    @Test
    void aProviderIsRefreshedWhileACameraOfItIsBeingOpened() throws Exception {
        cameras.offer("stuck", "left", 20, Map.of("faults", "open-hangs"));
        Promise<MediaStream> opening = devices.getUserMedia(cameras.request("stuck"));
        Await.until("it is being opened", () -> cameras.status("stuck").state() == CameraState.OPENING);

        Bundles.refresh(context, List.of(bundle(PROVIDER)));

        assertThat(Await.failure(opening))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.name()).isEqualTo("NotReadableError"));
        cameras.awaitProviders("stuck", 1);
    }

    @Test
    void tenCamerasThatDoNotCloseKeepTheirProviderFromStoppingForOneDeadline() throws Exception {
        Configuration core = configurations.getConfiguration(CORE, "?");
        core.update(
                new Hashtable<>(Map.of("deadline.close", 4_000, "grace", 600_000))); // one is little, ten are too many
        try {
            for (int camera = 0; camera < 10; camera++) {
                cameras.offer("stuck" + camera, "left", 20, Map.of("faults", "close-hangs"));
                open("stuck" + camera);
            }

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(PROVIDER));

            stopped.get(30, TimeUnit.SECONDS);
            assertThat(bundle(PROVIDER).getState()).isEqualTo(Bundle.RESOLVED);
            Await.until("all are muted", () -> tracks.stream().allMatch(MediaStreamTrack::isMuted));
            bundle(PROVIDER).start();
            for (MediaStreamTrack track : tracks) {
                Await.until(track.label() + " delivers again", () -> !track.isMuted());
            }
            assertThat(tracks).extracting(MediaStreamTrack::readyState).containsOnly(MediaStreamTrackState.LIVE);
        } finally {
            core.update(new Hashtable<>());
        }
    }

    @Test
    void aCallThatNeverReturnsIsNamedAndItsProviderIsNotAskedAgain() throws Exception {
        cameras.offer("twin", "left", 20, Map.of("faults", "close-hangs", "exclusive", true));
        cameras.offer("twin", "right", 10, Map.of("exclusive", true));
        MediaStreamTrack track = open("twin");

        Await.value(admin.swap("twin", "right"));

        assertThat(trouble("left")).contains("mock:twin (left)").contains("is abandoned");
        assertThat(Await.failure(admin.swap("twin", "left")))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.name()).isEqualTo("NotReadableError"))
                .hasMessageContaining("is abandoned");
        assertThat(cameras.inUse("twin")).isEqualTo("right");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }

    @Test
    void aSuccessorThatCannotDoWhatIsRequiredIsSkipped() throws Exception {
        cameras.offer("twin", "first", 30, Map.of("faults", "unplugs-after=150")); // 5 s, for a busy machine to look
        cameras.offer("twin", "small", 20, Map.of("modes", "160x120@30"));
        cameras.offer("twin", "large", 10, Map.of());
        MediaStreamTrack track = follow(Await.value(devices.getUserMedia(Map.of(
                        "video",
                        Map.of(
                                "deviceId",
                                Map.of("exact", cameras.status("twin").deviceId()),
                                "width",
                                Map.of("exact", 640)))))
                .getVideoTracks()
                .get(0));
        assertThat(cameras.inUse("twin")).isEqualTo("first");

        assertThat(nextTurn()).isEqualTo("mute");
        assertThat(nextTurn()).isEqualTo("unmute");

        assertThat(cameras.inUse("twin")).isEqualTo("large");
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);
        assertThat(Await.failure(admin.swap("twin", "small"))).hasMessageContaining("width");
        assertThat(cameras.inUse("twin")).isEqualTo("large");
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);
    }

    @Test
    void photosAreTakenWhileACodecGoesAndComes() throws Exception {
        cameras.offer("twin", "left", 20, Map.of());
        ImageCapture capture = captures.create(open("twin"));
        Bundle codec = bundle("org.mediacapture.codec.ffmpeg");
        List<Promise<Blob>> photos = new CopyOnWriteArrayList<>();

        for (int round = 0; round < 5; round++) {
            photos.add(capture.takePhoto());
            photos.add(capture.takePhoto(PhotoSettings.ofSize(320, 240)));
            codec.stop();
            photos.add(capture.takePhoto());
            codec.start();
        }

        for (Promise<Blob> photo : photos) {
            assertThat(Await.value(photo).type()).isEqualTo("image/jpeg");
        }
    }

    @Test
    void theCoreMayBeStoppedDuringASwap() throws Exception {
        cameras.offer("twin", "left", 20, Map.of());
        cameras.offer("twin", "right", 10, Map.of("faults", "open-blocks"));
        MediaStreamTrack track = open("twin");
        Promise<Void> swap = admin.swap("twin", "right");

        CompletableFuture.runAsync(() -> stop(CORE)).get(30, TimeUnit.SECONDS);

        Await.settled(swap);
        assertThat(swap.getFailure()).isInstanceOf(MediaException.class);
        Await.until("the end is told", () -> events.contains("ended"));
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).containsOnlyOnce("ended");
        bundle(CORE).start();
        devices = service(MediaDevices.class);
        cameras = new MockCameras(configurations, service(CameraAdmin.class)).takeOver(cameras);
        cameras.awaitProviders("twin", 2);
        assertThat(open("twin").readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }

    private String trouble(String provider) {
        return cameras.status("twin").providers().stream()
                .filter(status -> status.provider().equals(provider))
                .map(ProviderStatus::trouble)
                .findFirst()
                .orElseThrow();
    }

    private MediaStreamTrack open(String camera) throws Exception {
        return follow(Await.value(devices.getUserMedia(cameras.request(camera)))
                .getVideoTracks()
                .get(0));
    }

    private MediaStreamTrack follow(MediaStreamTrack track) {
        tracks.add(track);
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }
        return track;
    }

    /** The next event but what the automatics of a mock camera have changed, which they tell each second. */
    private String nextTurn() throws InterruptedException {
        String event = Await.next(events);
        while (event.equals("configurationchange")) {
            event = Await.next(events);
        }
        return event;
    }

    private void stop(String name) {
        try {
            bundle(name).stop();
        } catch (BundleException failure) {
            throw new AssertionError(failure);
        }
    }

    private <T> T service(Class<T> type) throws Exception {
        Await.until(type.getSimpleName() + " is there", () -> context.getServiceReference(type) != null);
        return context.getService(context.getServiceReference(type));
    }

    private Bundle bundle(String name) {
        return Bundles.named(context, name);
    }
}
