// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.fixtures.FakeFramework;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.NetworkCameraConfig;
import org.mediacapture.testkit.RecordingSink;

class NetworkCameraTest {
    private final FakeFramework framework = new FakeFramework();
    private final ProviderSettings settings = new ProviderSettings(70, false);

    @Test
    void aConfiguredCameraIsRegisteredWithoutItsCredentials() {
        FFmpegNatives natives = new FFmpegNatives(FFmpeg::load);
        NetworkCamera camera = camera(
                natives,
                Map.of(
                        "url",
                        "http://joe:hush@host/a?token=hidden",
                        "name",
                        "door",
                        "facing",
                        "user",
                        "label",
                        "Front"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !framework.registered().isEmpty());

        assertThat(framework.registered().get(0).properties())
                .containsOnly(
                        Map.entry("camera.address", "http://host/a"),
                        Map.entry("camera.label", "Front"),
                        Map.entry("camera.name", "door"),
                        Map.entry("camera.provider", "javacv"),
                        Map.entry("camera.facing", "user"),
                        Map.entry("service.ranking", 70));
        camera.close();
        assertThat(gone()).containsExactly("http://host/a");
        natives.close();
    }

    @Test
    void whatIsWrongOrForOthersRegistersNothing() {
        FFmpegNatives natives = new FFmpegNatives(FFmpeg::load);
        camera(natives, Map.of("url", "http:///nohost")).close();
        camera(natives, Map.of("url", "http://host/", "name", "a b")).close();
        camera(natives, Map.of("url", "remote:there")).close();
        camera(natives, Map.of("url", "http://host/", "providers", new String[] {"webcam"}))
                .close();
        camera(natives, Map.of()).close();
        camera(natives, Map.of("url", "http://last/"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !framework.registered().isEmpty());

        assertThat(framework.values("camera.address")).containsExactly("http://last/");
        assertThat(framework.unregistered()).isEmpty();
    }

    @Test
    void aWrongChangeLeavesTheCameraThatThereIsAndARightOneReplacesIt() {
        FFmpegNatives natives = new FFmpegNatives(FFmpeg::load);
        NetworkCamera camera = camera(natives, Map.of("url", "http://host/a"));
        Map<String, Object> wrong = Map.of("url", "http://host/b", "transport", "pigeon");
        Map<String, Object> right = Map.of("url", "http://host/b");

        camera.modified(Configurations.of(NetworkCameraConfig.class, wrong), wrong);
        assertThat(framework.unregistered()).isEmpty();
        camera.modified(Configurations.of(NetworkCameraConfig.class, right), right);

        assertThat(gone()).containsExactly("http://host/a");
        assertThat(framework.values("camera.address")).containsExactly("http://host/b");
        camera.close();
        natives.close();
    }

    @Test
    void withoutNativesThereIsNoCameraAndNoCrashAndOperatorsAreTold() {
        List<String> told = new CopyOnWriteArrayList<>();
        FFmpegNatives natives = new FFmpegNatives(
                () -> {
                    throw new UnsatisfiedLinkError("no natives here");
                },
                trouble -> {
                    told.add(trouble.reason());
                    return told::clear;
                });
        NetworkCamera camera = camera(natives, Map.of("url", "http://host/"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !told.isEmpty() && noLoader());

        assertThat(told).containsExactly("no cameras: FFmpeg cannot be loaded: no natives here");
        camera.close();
        natives.close();
        assertThat(told).isEmpty();
        assertThat(gone()).containsExactly("http://host/");
    }

    @Test
    void aCameraThatNeedsNoNativesStaysIfTheyFailForTheOneBeforeIt() {
        CountDownLatch go = new CountDownLatch(1);
        FFmpegNatives natives = new FFmpegNatives(() -> {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> go.getCount() == 0);
            throw new UnsatisfiedLinkError("no natives here");
        });
        NetworkCamera camera = camera(natives, Map.of("url", "http://host/"));
        Map<String, Object> local = Map.of("url", "v4l2:/dev/video9");

        camera.modified(Configurations.of(NetworkCameraConfig.class, local), local);
        go.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(NetworkCameraTest::noLoader);

        assertThat(gone()).containsExactly("http://host/");
        camera.close();
        natives.close();
    }

    @Test
    void aCameraIsThereBeforeTheNativesAreAndOpeningWaitsForThem() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        FFmpegNatives natives = new FFmpegNatives(() -> {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> go.getCount() == 0);
            FFmpeg.load();
        });
        NetworkCamera camera = camera(natives, Map.of("url", "lavfi:testsrc2=size=64x48:rate=50"));
        CompletableFuture<CameraSession> opening =
                open(framework.services(CameraDevice.class).get(0));
        assertThat(opening).isNotDone();

        go.countDown();
        assertThat(opening.get(30, TimeUnit.SECONDS).modes()).hasSize(1);
        camera.close();
        natives.close();
    }

    @Test
    void takingTheCameraAwayEndsAnOpeningThatWaitsForTheNatives() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        FFmpegNatives natives = new FFmpegNatives(
                () -> Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> go.getCount() == 0));
        NetworkCamera camera = camera(natives, Map.of("url", "http://host/"));
        CompletableFuture<CameraSession> opening =
                open(framework.services(CameraDevice.class).get(0));
        camera.close();

        assertThatThrownBy(() -> opening.get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class)
                .hasMessageContaining("http://host/: the provider is stopping");
        go.countDown();
        natives.close();
    }

    private static CompletableFuture<CameraSession> open(CameraDevice device) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return device.open(RecordingSink.releasing(Duration.ofSeconds(30)));
            } catch (CameraException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Test
    void takingTheCameraAwayEndsItsSessions() throws Exception {
        FFmpegNatives natives = new FFmpegNatives(FFmpeg::load);
        NetworkCamera camera = camera(natives, Map.of("url", "lavfi:testsrc2=size=64x48:rate=50"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !framework.registered().isEmpty());
        RecordingSink sink = RecordingSink.releasing(Duration.ofSeconds(30));
        CameraSession session = framework.services(CameraDevice.class).get(0).open(sink);
        session.start(session.modes().get(0));
        assertThat(sink.awaitFrames(2)).isTrue();

        camera.close();
        natives.close();

        assertThatThrownBy(session::settings).hasMessageContaining("the session is closed");
        assertThat(sink.ends()).isEmpty();
    }

    private static boolean noLoader() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("mediacapture-javacv-natives"));
    }

    private NetworkCamera camera(FFmpegNatives natives, Map<String, Object> values) {
        return new NetworkCamera(
                framework.context(), Configurations.of(NetworkCameraConfig.class, values), values, natives, settings);
    }

    /** Addresses of the cameras that were taken away. */
    private List<Object> gone() {
        return framework.unregistered().stream()
                .map(service -> service.properties().get("camera.address"))
                .toList();
    }
}
