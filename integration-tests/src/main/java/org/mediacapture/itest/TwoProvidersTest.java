// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A network camera that the JavaCV and the webcam provider both serve, from one configuration. */
@ExtendWith(PatientCore.class)
class TwoProvidersTest {
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
    void oneConfigurationIsOneCameraOfBothProvidersAndTheHigherRankingIsUsed() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.stream(Pictures.jpeg(1)))) {
            door.configure(server.url("/stream?token=hidden"), "");
            door.awaitProviders(List.of("javacv", "webcam"));
            MediaStreamTrack track = door.open();

            assertThat(door.used()).containsExactly("javacv");
            track.stop();
        }
    }

    @Test
    void aPhotoIsTakenByTheOtherProviderWhileOneIsStopped() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.stream(Pictures.jpeg(2)))) {
            door.configure(server.url("/stream"), "");
            door.awaitProviders(List.of("javacv", "webcam"));
            door.bundle(Door.JAVACV).stop();
            door.awaitProviders(List.of("webcam"));
            MediaStreamTrack track = door.open();
            Blob photo = Await.value(captures.create(track).takePhoto());
            assertThat(door.used()).containsExactly("webcam");
            track.stop();

            assertThat(ImageIO.read(photo.stream()).getWidth()).isEqualTo(640);
            door.bundle(Door.JAVACV).start();
            door.awaitProviders(List.of("javacv", "webcam"));
        }
    }

    @Test
    void aLiveTrackMovesToTheOtherProviderAndBack() throws Exception {
        try (CameraServer server = new CameraServer(Behaviour.stream(Pictures.jpeg(3), Pictures.jpeg(4)))) {
            door.configure(server.url("/stream"), "");
            door.awaitProviders(List.of("javacv", "webcam"));
            MediaStreamTrack track = door.open();
            BlockingQueue<String> events = door.muting(track);

            door.bundle(Door.JAVACV).stop();
            assertThat(Await.next(events)).isEqualTo("mute");
            assertThat(Await.next(events)).isEqualTo("unmute");
            assertThat(door.used()).containsExactly("webcam");

            door.bundle(Door.JAVACV).start();
            door.awaitProviders(List.of("javacv", "webcam"));
            door.bundle(Door.WEBCAM).stop();
            assertThat(Await.next(events)).isEqualTo("mute");
            assertThat(Await.next(events)).isEqualTo("unmute");
            assertThat(door.used()).containsExactly("javacv");
            assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
            track.stop();
        }
    }
}
