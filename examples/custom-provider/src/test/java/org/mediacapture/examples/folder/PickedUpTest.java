// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.RequireCameras;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;

/** Runs inside Felix, beside a core that never heard of folders. */
@RequireCameras(scheme = "folder")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PickedUpTest {
    @InjectService(timeout = 30_000)
    ConfigurationAdmin configurations;

    @InjectService(timeout = 30_000)
    MediaDevices devices;

    @InjectService(timeout = 30_000)
    ImageCaptureFactory captures;

    @InjectService(timeout = 30_000)
    CameraAdmin admin;

    @TempDir
    Path folder;

    @Test
    void aFolderIsACameraWhosePhotosAreItsFiles() throws Exception {
        Pictures.in(folder);
        Configuration configuration =
                configurations.createFactoryConfiguration("org.mediacapture.examples.folder", "?");
        Dictionary<String, Object> keys = new Hashtable<>();
        keys.put("camera.address", "folder:" + folder.toUri().getRawPath());
        keys.put("camera.label", "Holidays");
        configuration.update(keys);
        awaitCamera();

        MediaStreamTrack track = devices.getUserMedia(MediaStreamConstraints.ofVideo())
                .getValue()
                .getVideoTracks()
                .get(0);
        Blob photo = captures.create(track).takePhoto().getValue();
        track.stop();

        assertEquals("Holidays", track.label());
        boolean isFile =
                Stream.of("0.jpg", "1.jpg", "2.jpg").anyMatch(name -> Arrays.equals(read(name), photo.bytes()));
        assertTrue(isFile, () -> photo + " is none of the files");
    }

    /** Until the configuration has come through. */
    private void awaitCamera() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        try (var registration = admin.addCameraListener(() -> check(there))) {
            check(there);
            there.await();
        }
    }

    private void check(CountDownLatch there) {
        if (admin.cameras().stream().map(CameraStatus::label).anyMatch("Holidays"::equals)) {
            there.countDown();
        }
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
