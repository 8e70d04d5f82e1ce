// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;

/** What is logged: one line for each event, none for a frame. */
@ExtendWith(PatientCore.class)
class LogTest {
    private static final String CAMERA = "diary";
    private static final int FRAMES = 100;

    @InjectService
    CameraAdmin admin;

    @InjectService
    MediaDevices devices;

    @InjectService
    ConfigurationAdmin configurations;

    private final Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile"));
    private MockCameras cameras;
    private long begun;

    @BeforeEach
    void offer() throws Exception {
        begun = linesOf("", "").size();
        cameras = new MockCameras(configurations, admin);
        cameras.offer(CAMERA, "first", 10, Map.of());
    }

    @AfterEach
    void remove() throws Exception {
        cameras.remove();
    }

    @Test
    void eachEventInTheLifeOfACameraIsOneLine() throws Exception {
        cameras.offer(CAMERA, "second", 0, Map.of());
        MediaStreamTrack track = open();
        awaitLine("INFO", "diary: opened (first)"); // what comes between two looks at the cameras is not told
        Await.value(admin.swap(CAMERA, "second"));
        awaitLine("INFO", "diary: swapped from first to second");
        cameras.removeOffers();
        awaitLine("WARN", "diary: lost (second)");
        cameras.offer(CAMERA, "third", 0, Map.of());
        awaitLine("INFO", "diary: swapped from second to third");
        track.stop();
        awaitLine("INFO", "diary: closed (third)");
        cameras.removeOffers();
        awaitLine("INFO", "diary: removed");
        awaitLine("INFO", "diary: stopped for "); // who uses a camera and what becomes of it are told in no fixed order

        assertThat(linesOf("INFO", "diary: added (first): diary at mock:diary")).hasSize(1);
        assertThat(linesOf("INFO", "diary: opened (first)")).hasSize(1);
        assertThat(linesOf("INFO", "diary: swapped from first to second")).hasSize(1);
        assertThat(linesOf("INFO", "diary: started for ")).hasSize(1);
        assertThat(linesOf("INFO", "diary: stopped for ")).hasSize(1);
        assertThat(linesOf("WARN", "diary: lost (second)")).hasSize(1);
    }

    @Test
    void aHundredFramesAreNotWorthALine() throws Exception {
        MediaStreamTrack track = open();
        CountDownLatch settled = new CountDownLatch(2);
        CountDownLatch delivered = new CountDownLatch(FRAMES);
        try (Registration first = track.frames(FrameOptions.latest(), frame -> {
            settled.countDown();
            frame.close();
        })) {
            assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
        }
        awaitLine("DEBUG", "\"diary\" is there, by provider first");
        awaitLine("INFO", "diary: opened (first)");
        awaitLine("INFO", "diary: started for ");
        List<String> before = linesOf("", CAMERA);

        try (Registration counting = track.frames(FrameOptions.latest(), frame -> {
            delivered.countDown();
            frame.close();
        })) {
            assertThat(delivered.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(linesOf("", CAMERA)).isEqualTo(before);
        track.stop();
    }

    private MediaStreamTrack open() throws Exception {
        return Await.value(devices.getUserMedia(cameras.request(CAMERA)))
                .getVideoTracks()
                .get(0);
    }

    private void awaitLine(String level, String text) throws Exception {
        Await.until(
                level + " " + text + " is logged", () -> !linesOf(level, text).isEmpty());
    }

    /** The lines since the test began. */
    private List<String> linesOf(String level, String text) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.skip(begun)
                    .filter(line -> line.contains(level) && line.contains(text))
                    .toList();
        }
    }
}
