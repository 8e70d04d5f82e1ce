// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;

/** The webcam provider alone: what becomes of tracks, threads, classes and files when it goes. */
@ExtendWith(PatientCore.class)
class WebcamProviderTest {
    @InjectBundleContext
    BundleContext context;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService
    MediaDevices devices;

    @InjectService
    ImageCaptureFactory captures;

    @InjectService
    CameraAdmin admin;

    private Door door;

    @BeforeEach
    void makeDoor() {
        door = new Door(context, configurations, devices, admin);
    }

    @AfterEach
    void removeDoor() throws Exception {
        door.close();
    }

    @Test
    void theTrackOfAStreamSurvivesTheRestartOfItsOnlyProvider() throws Exception {
        restartUnderALiveTrack(Behaviour.stream(Pictures.jpeg(5)));
    }

    @Test
    void theTrackOfAStillImageSurvivesTheRestartOfItsOnlyProvider() throws Exception {
        restartUnderALiveTrack(Behaviour.image(Pictures.jpeg(5)));
    }

    private void restartUnderALiveTrack(Behaviour behaviour) throws Exception {
        try (CameraServer server = new CameraServer(behaviour)) {
            door.configure(server.url("/camera"), "webcam");
            door.awaitProviders(List.of("webcam"));
            MediaStreamTrack track = door.open();
            BlockingQueue<String> events = door.muting(track);

            door.bundle(Door.WEBCAM).stop();
            assertThat(Await.next(events)).isEqualTo("mute");
            Await.until("the capture thread ends", () -> captureThreads().isEmpty());
            Promise<Blob> photo = captures.create(track).takePhoto();
            door.bundle(Door.WEBCAM).start();

            assertThat(Await.next(events)).isEqualTo("unmute");
            assertThat(ImageIO.read(Await.value(photo).stream()).getWidth()).isEqualTo(640);
            track.stop();
        }
    }

    @Test
    void anUpdateOfTheProviderUnderALiveTrackLeavesNothingOfItBehind() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.stream(Pictures.jpeg(7)))) {
            door.configure(server.url("/stream"), "webcam");
            door.awaitProviders(List.of("webcam"));
            MediaStreamTrack track = door.open();
            BlockingQueue<String> events = door.muting(track);
            WeakReference<ClassLoader> old = new WeakReference<>(
                    door.bundle(Door.WEBCAM).adapt(BundleWiring.class).getClassLoader());

            door.bundle(Door.WEBCAM).update();
            Bundles.refresh(context, List.of(door.bundle(Door.WEBCAM)));

            String last = Await.next(events);
            while (track.isMuted()) {
                last = Await.next(events);
            }
            assertThat(last).isIn("mute", "unmute");
            assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
            track.stop();
            Await.until("the class loader of the old provider is collected", () -> {
                System.gc();
                return old.refersTo(null);
            });
        }
    }

    @Test
    void theNativesLoadInsideTheFrameworkAndTheirFilesGoWithTheirBundle() throws Exception {
        Class<?> natives = door.bundle(Door.WEBCAM_LIBRARY).loadClass("org.mediacapture.libs.webcam.OpenImaj");
        Set<Path> before = unpacked();
        try {
            natives.getMethod("load").invoke(null);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(LinkageError.class).hasMessageContaining("libv4l-0");
            return;
        }
        Set<Path> loaded = unpacked();
        loaded.removeAll(before);
        assertThat(loaded).isNotEmpty();

        door.bundle(Door.WEBCAM_LIBRARY).stop();
        door.bundle(Door.WEBCAM_LIBRARY).start();

        assertThat(loaded).noneMatch(Files::exists);
    }

    private static Set<Path> unpacked() throws IOException {
        Set<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "BridJExtractedLibraries*")) {
            for (Path folder : folders) {
                try (Stream<Path> inside = Files.list(folder)) {
                    inside.forEach(files::add);
                }
            }
        }
        return files;
    }

    @Test
    void theProviderStopsWhileItWaitsForASilentCamera() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.silent())) {
            door.configure(server.url("/silent"), "webcam");
            door.awaitProviders(List.of("webcam"));
            Promise<?> opening = devices.getUserMedia(MediaStreamConstraints.ofVideo(door.named()));
            Await.until("the camera is being opened", () -> !captureThreads().isEmpty());

            CompletableFuture.runAsync(this::restartWebcam).get(30, TimeUnit.SECONDS);

            assertThat(Await.failure(opening)).isInstanceOf(MediaException.class);
            Await.until("the capture thread ends", () -> captureThreads().isEmpty());
        }
    }

    @Test
    void aCameraThatIsRefusedIsNotReadableAndNamesAddressAndCause() throws Exception {
        door.configure("http://user:secret@127.0.0.1:1/stream", "webcam");
        door.awaitProviders(List.of("webcam"));

        assertThat(Await.failure(devices.getUserMedia(MediaStreamConstraints.ofVideo(door.named()))))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("NotReadableError"))
                .hasMessageContaining("127.0.0.1:1/stream")
                .hasMessageContaining("refused")
                .hasMessageNotContaining("secret");
    }

    private void restartWebcam() {
        try {
            door.bundle(Door.WEBCAM).stop();
            door.bundle(Door.WEBCAM).start();
        } catch (BundleException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> captureThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith(Door.WEBCAM)))
                .map(thread -> thread.getKey().getName())
                .filter(name -> name.equals("camera-door"))
                .toList();
    }
}
