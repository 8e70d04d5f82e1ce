// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;

/** Network and file cameras of the JavaCV provider, through all layers. */
@ExtendWith(PatientCore.class)
class NetworkCameraTest {
    private static final String PID = "org.mediacapture.network.camera";
    private static final String PROVIDER = "org.mediacapture.provider.javacv";

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

    private Configuration configuration;

    @AfterEach
    void removeCamera() throws Exception {
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        try (Registration listening = admin.addCameraListener(() -> changes.add(true))) {
            configuration.delete();
            while (isListed()) {
                Await.next(changes);
            }
        }
    }

    @Test
    void aPhotoIsTheVeryFrameThatTheCameraSent() throws Exception {
        byte[] whole = Pictures.jpeg(1);
        try (CameraServer server = new CameraServer(Behaviour.stream(Pictures.cutShort(Pictures.jpeg(2)), whole))) {
            MediaStreamTrack track = open(server.url("/stream"));
            Blob photo = Await.value(captures.create(track).takePhoto());
            track.stop();

            assertThat(photo.type()).isEqualTo("image/jpeg");
            assertThat(photo.bytes()).isEqualTo(whole);
        }
    }

    @Test
    void aFrameWithoutHuffmanTablesBecomesAFileThatAnyDecoderReads() throws Exception {
        byte[] bare = Pictures.withoutTables(Pictures.jpeg(3));
        try (CameraServer server = new CameraServer(Behaviour.stream(bare))) {
            MediaStreamTrack track = open(server.url("/stream"));
            Blob photo = Await.value(captures.create(track).takePhoto());
            try (ImageBitmap grabbed = Await.value(captures.create(track).grabFrame())) {
                assertThat(grabbed.width()).isEqualTo(640);
            }
            track.stop();

            assertThat(photo.size()).isGreaterThan(bare.length);
            BufferedImage image = ImageIO.read(photo.stream());
            assertThat(image.getHeight()).isEqualTo(480);
        }
    }

    @Test
    void aStillImageUrlIsACameraToo() throws Exception {
        byte[] picture = Pictures.jpeg(4);
        try (CameraServer server = new CameraServer(Behaviour.image(picture))) {
            MediaStreamTrack track = open(server.url("/snapshot"));
            Blob photo = Await.value(captures.create(track).takePhoto());
            track.stop();

            assertThat(photo.bytes()).isEqualTo(picture);
        }
    }

    @Test
    void aGeneratedPictureIsDecodedAndEncodedAgain() throws Exception {
        MediaStreamTrack track = open("lavfi:testsrc2=size=320x240:rate=30");
        BufferedImage image = ImageIO.read(Await.value(captures.create(track).takePhoto()).stream());
        track.stop();

        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(240);
    }

    @Test
    void aRefusedConnectionIsNotReadableAndNamesAddressAndCause() throws Exception {
        configure("http://user:secret@127.0.0.1:1/stream");

        Throwable failure = Await.failure(devices.getUserMedia(MediaStreamConstraints.ofVideo(named())));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("NotReadableError"))
                .hasMessageContaining("127.0.0.1:1/stream")
                .hasMessageContaining("refused")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theTrackSurvivesTheRestartOfItsProvider() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.stream(Pictures.jpeg(5), Pictures.jpeg(6)))) {
            MediaStreamTrack track = open(server.url("/stream"));
            BlockingQueue<String> events = new LinkedBlockingQueue<>();
            for (TrackEvent.Type type : TrackEvent.Type.values()) {
                track.addEventListener(type, event -> events.add(event.type().value()));
            }

            provider().stop();
            assertThat(Await.next(events)).isEqualTo("mute");
            Promise<Blob> photo = captures.create(track).takePhoto();
            provider().start();

            assertThat(Await.next(events)).isEqualTo("unmute");
            assertThat(ImageIO.read(Await.value(photo).stream()).getWidth()).isEqualTo(640);
            track.stop();
        }
    }

    @Test
    void theProviderStopsWhileItWaitsForASilentCamera() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.silent())) {
            configure(server.url("/silent"));
            Promise<?> opening = devices.getUserMedia(MediaStreamConstraints.ofVideo(named()));

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::restartProvider);
            stopped.get(30, TimeUnit.SECONDS);

            assertThat(Await.failure(opening)).isInstanceOf(MediaException.class);
        }
    }

    private void restartProvider() {
        try {
            provider().stop();
            provider().start();
        } catch (BundleException failure) {
            throw new AssertionError(failure);
        }
    }

    private MediaStreamTrack open(String url) throws Exception {
        configure(url);
        return Await.value(devices.getUserMedia(MediaStreamConstraints.ofVideo(named())))
                .getVideoTracks()
                .get(0);
    }

    /** Adds the camera "door" and waits until it is there. */
    private void configure(String url) throws Exception {
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        try (Registration listening = admin.addCameraListener(() -> changes.add(true))) {
            configuration = configurations.createFactoryConfiguration(PID, "?");
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("url", url);
            properties.put("name", "door");
            properties.put("providers", "javacv");
            configuration.update(properties);
            while (!isListed()) {
                Await.next(changes);
            }
        }
    }

    private boolean isListed() {
        return admin.cameras().stream().anyMatch(camera -> camera.name().equals("door"));
    }

    private MediaTrackConstraints named() {
        String id = admin.cameras().stream()
                .filter(camera -> camera.name().equals("door"))
                .map(camera -> camera.deviceId())
                .findFirst()
                .orElseThrow();
        return MediaTrackConstraints.builder()
                .exact(ConstrainableProperty.DEVICE_ID, id)
                .build();
    }

    private Bundle provider() {
        return Bundles.named(context, PROVIDER);
    }
}
