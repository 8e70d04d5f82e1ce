// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.fixtures.FakeFramework;
import org.mediacapture.fixtures.FakeFramework.Service;
import org.mediacapture.libs.webcam.OpenImaj;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.ProviderTrouble;
import org.mediacapture.testkit.RecordingSink;

class LocalCamerasTest {
    @TempDir
    Path root;

    private final FakeFramework framework = new FakeFramework();
    private final FakeGrabbers grabbers = new FakeGrabbers();
    private final WebcamProvider provider = provider(Map.of("discovery.interval", 100L));

    @BeforeEach
    void beLinux() throws IOException {
        Files.createDirectories(root.resolve("sys/class"));
        Files.createDirectories(root.resolve("dev"));
    }

    @Test
    void camerasComeAndGoWithTheirDevices() throws Exception {
        plug(0, "HD Camera");
        plug(2, "Doc Camera");
        LocalCameras cameras = start(Optional.empty());
        await(() -> cameras().size() == 2);
        assertThat(framework.registered())
                .extracting(Service::properties)
                .contains(Map.of(
                        "camera.address", "v4l2:/dev/video0",
                        "camera.label", "HD Camera",
                        "camera.provider", "webcam",
                        "service.ranking", 50));

        unplug(0);
        await(() -> cameras().size() == 1);
        assertThat(framework.values("camera.address")).containsExactly("v4l2:/dev/video2");
        plug(0, "HD Camera");
        await(() -> cameras().size() == 2);

        cameras.close();
        assertThat(cameras()).isEmpty();
        assertThat(grabbers.loaders).containsOnly(OpenImaj.classLoader());
    }

    @Test
    void withoutADeviceTheNativesAreNotTouched() throws Exception {
        LocalCameras cameras = start(Optional.empty());
        Files.createDirectories(root.resolve("sys/class/video4linux"));
        cameras.close();

        assertThat(grabbers.listings).hasValue(0);
    }

    @Test
    void theNativesAreAskedOnceForEachDeviceAndAFewTimesForOneThatTheyDoNotSee() throws Exception {
        plug(0, "HD Camera");
        LocalScan scan = new LocalScan(new VideoNodes(root), grabbers);
        for (int i = 0; i < 20; i++) {
            assertThat(scan.look()).hasSize(1);
        }
        assertThat(grabbers.listings).hasValue(1);

        node(1, "Codec");
        for (int i = 0; i < 20; i++) {
            assertThat(scan.look()).hasSize(1);
        }
        assertThat(grabbers.listings).hasValue(6);
    }

    @Test
    void whereNoDeviceFilesAreTheNativesNameTheCameras() {
        grabbers.found.add(new Grabbers.Found("usb#1", "Web camera"));
        LocalScan scan = new LocalScan(new VideoNodes(root.resolve("elsewhere")), grabbers);

        assertThat(scan.look()).extracting(LocalCamera::label).containsExactly("Web camera");
    }

    @Test
    void anUnsupportedProcessorIsToldAndNothingIsLoadedOrLookedFor() throws Exception {
        plug(0, "HD Camera");
        LocalCameras cameras = start(Optional.of("no natives for Linux on aarch64"));

        assertThat(framework.services(ProviderTrouble.class))
                .extracting(ProviderTrouble::reason)
                .containsExactly("no local cameras: no natives for Linux on aarch64");
        cameras.close();
        provider.close();
        assertThat(framework.services(ProviderTrouble.class)).isEmpty();
        assertThat(grabbers.listings).hasValue(0);
        assertThat(discoveryThreads()).isZero();
    }

    @Test
    void nativesThatCannotBeLoadedAreToldOnceAndNothingIsLookedForAnyMore() throws Exception {
        grabbers.broken = true;
        plug(0, "HD Camera");
        LocalCameras cameras = start(Optional.empty());
        await(() -> discoveryThreads() == 0);

        assertThat(framework.services(ProviderTrouble.class))
                .extracting(ProviderTrouble::reason)
                .containsExactly("no local cameras: libv4l2.so.0 is missing");
        assertThat(cameras()).isEmpty();
        cameras.close();
    }

    @Test
    void discoveryCanBeSwitchedOff() throws Exception {
        plug(0, "HD Camera");
        WebcamProvider quiet = provider(Map.of("discovery", false));
        LocalCameras cameras = new LocalCameras(quiet, Optional.of("no natives"), new VideoNodes(root), grabbers);

        assertThat(discoveryThreads()).isZero();
        assertThat(framework.services(ProviderTrouble.class)).isEmpty();
        cameras.close();
    }

    @Test
    void stoppingEndsTheDiscoveryAndWhatIsOpen() throws Exception {
        plug(0, "HD Camera");
        LocalCameras cameras = start(Optional.empty());
        await(() -> !cameras().isEmpty());
        RecordingSink sink = RecordingSink.releasing(Duration.ofSeconds(30));
        CameraSession session = cameras().get(0).open(sink);
        session.start(session.modes().get(0));
        assertThat(sink.awaitFrames(1)).isTrue();

        cameras.close();
        cameras.close();

        assertThat(discoveryThreads()).isZero();
        assertThatThrownBy(session::settings).hasMessageContaining("the session is closed");
        await(() -> grabbers.open.get() == 0);
        assertThat(sink.ends()).isEmpty();
    }

    private List<CameraDevice> cameras() {
        return framework.services(CameraDevice.class);
    }

    private WebcamProvider provider(Map<String, Object> values) {
        var config = Configurations.of(ProviderConfiguration.Config.class, values);
        return new WebcamProvider(framework.context(), ProviderConfiguration.read(config, Map.of()));
    }

    private LocalCameras start(Optional<String> unsupported) {
        return new LocalCameras(provider, unsupported, new VideoNodes(root), grabbers);
    }

    private void plug(int number, String name) throws IOException {
        grabbers.found.add(new Grabbers.Found("/dev/video" + number, name));
        node(number, name);
    }

    private void node(int number, String name) throws IOException {
        Path node = root.resolve("sys/class/video4linux/video" + number);
        Files.createDirectories(node.getParent());
        // As the kernel does it: the folder is there with all that is in it, then the device file, which goes first.
        Path made = Files.createDirectories(root.resolve("made" + number));
        Files.writeString(made.resolve("name"), name + "\n");
        Files.writeString(made.resolve("index"), "0\n");
        Files.move(made, node);
        Files.createFile(root.resolve("dev/video" + number));
    }

    private void unplug(int number) throws IOException {
        grabbers.found.removeIf(found -> found.id().equals("/dev/video" + number));
        Files.delete(root.resolve("dev/video" + number));
        Files.move(root.resolve("sys/class/video4linux/video" + number), root.resolve("gone" + number));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static long discoveryThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mediacapture-webcam-discovery"))
                .count();
    }
}
