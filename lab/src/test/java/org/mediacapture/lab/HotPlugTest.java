// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.Registration;

/** Cameras that nobody uses come and go. */
@InLab
class HotPlugTest {
    private static final int PORT = 4;
    private static final int NEXT_PORT = 5;

    private final CameraLab lab;
    private final LabReport report;
    private final Cameras cameras;
    private final LabFramework framework;

    HotPlugTest(LabFramework framework, CameraLab lab, LabReport report) {
        this.framework = framework;
        this.lab = lab;
        this.report = report;
        this.cameras = new Cameras(framework);
    }

    @AfterEach
    void unplug() {
        lab.nodes().stream()
                .filter(VideoNode::capture)
                .map(VideoNode::place)
                .filter(place -> place.equals("port" + PORT) || place.equals("port" + NEXT_PORT))
                .forEach(place -> lab.unplug(Integer.parseInt(place.substring("port".length()))));
    }

    @Test
    @Tag("smoke")
    void comingAndGoingAreDeviceChanges() throws Exception {
        BlockingQueue<Long> changes =
                new LinkedBlockingQueue<>(); // when they came, in milliseconds of the system's clock
        try (Registration listening = framework
                .service(MediaDevices.class)
                .addDeviceChangeListener(change -> changes.add(System.currentTimeMillis()))) {
            VideoNode plugged = lab.plug(PORT, "PLUG01");
            long node = Files.getLastModifiedTime(Path.of(plugged.file())).toMillis();
            note("devicechange after the node of a new camera", next(changes) - node);
            String id = cameras.status(plugged.address()).deviceId();
            assertThat(cameras.videoInputs()).contains(id);

            long pulled = System.currentTimeMillis();
            lab.unplug(PORT);
            note("devicechange after a camera was told to go", next(changes) - pulled);
            await("the camera to leave")
                    .atMost(LabFramework.PATIENCE)
                    .until(() -> !cameras.videoInputs().contains(id));
        }
    }

    private static long next(BlockingQueue<Long> changes) throws InterruptedException {
        Long change = changes.poll(LabFramework.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(change).as("a devicechange").isNotNull();
        return change;
    }

    private void note(String event, long millis) {
        report.add(LabTable.TIMES, "uvcvideo", "all", event, (double) millis);
    }

    @Test
    void twoCamerasThatCallThemselvesTheSameStayTwoByTheirPorts() throws Exception {
        VideoNode first = lab.plug(PORT, "TWIN");
        String firstId = cameras.status(first.address()).deviceId();
        VideoNode second = lab.plug(NEXT_PORT, "TWIN");
        String secondId = cameras.status(second.address()).deviceId();
        assertThat(secondId).isNotEqualTo(firstId);

        lab.unplug(PORT);
        lab.unplug(NEXT_PORT);
        await("both to leave")
                .atMost(LabFramework.PATIENCE)
                .until(() -> cameras.ids(first.address()).isEmpty()
                        && cameras.ids(second.address()).isEmpty());
        VideoNode secondAgain = lab.plug(NEXT_PORT, "TWIN");

        assertThat(secondAgain.file()).isEqualTo(first.file());
        assertThat(cameras.status(secondAgain.address()).deviceId()).isEqualTo(secondId);
        VideoNode firstAgain = lab.plug(PORT, "TWIN");
        assertThat(cameras.status(firstAgain.address()).deviceId()).isEqualTo(firstId);
    }
}
