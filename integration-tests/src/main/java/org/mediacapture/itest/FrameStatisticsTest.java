// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.TrackStatistics;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** What operators are told of the frames of a camera that two bundles use. */
class FrameStatisticsTest {
    private static final String CAMERA = "counted";
    private static final String READER = "org.example.reader";
    private static final String HOLDER = "org.example.holder";
    private static final long I420_BYTES = 640L * 480 * 3 / 2;

    @InjectBundleContext
    BundleContext context;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    private MockCameras cameras;
    private Bundle reader;
    private Bundle holder;

    @BeforeEach
    void offer() throws Exception {
        cameras = new MockCameras(configurations, admin);
        cameras.offer(CAMERA, "mock", 0, Map.of());
        reader = GeneratedBundle.start(context, READER);
        holder = GeneratedBundle.start(context, HOLDER);
    }

    @AfterEach
    void remove() throws Exception {
        reader.uninstall();
        holder.uninstall();
        cameras.remove();
    }

    @Test
    void framesOfACameraAreCountedAndMeasuredForEachTrackOfEachBundle() throws Exception {
        assertThat(statistics().frames()).isEqualTo(new FrameStatistics(0, 0, 0, 0, Optional.empty(), 0, 0));
        MediaStreamTrack read = open(reader);
        MediaStreamTrack held = open(holder);
        read.frames(FrameOptions.latest(), VideoFrame::close);

        Await.until(
                "both tracks have frames",
                () -> track(read).frames().latency().isPresent()
                        && track(held).frames().frameRate() > 0);
        CameraStatistics before = statistics();
        Await.until(
                "counters grow",
                () -> statistics().frames().delivered() > before.frames().delivered());

        CameraStatistics now = statistics();
        assertThat(now.tracks()).extracting(TrackStatistics::bundle).containsExactlyInAnyOrder(READER, HOLDER);
        assertThat(now.frames().frameRate()).isPositive();
        assertThat(now.frames().total()).isGreaterThanOrEqualTo(now.frames().delivered());
        assertThat(now.frames().latency().orElseThrow()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(now.frames().nativeBytes()).isEqualTo(I420_BYTES);
        assertThat(now.frames().heapBytes()).isZero();

        assertThat(track(read).consumers()).isEqualTo(1);
        assertThat(track(read).frames().nativeBytes()).isEqualTo(I420_BYTES);
        assertThat(track(read).frames().delivered()).isPositive();
        assertThat(track(held).consumers()).isZero();
        assertThat(track(held).frames().latency()).isEmpty();
        assertThat(track(held).frames().delivered()).isPositive();

        reader.stop();
        assertThat(statistics().tracks()).extracting(TrackStatistics::bundle).containsExactly(HOLDER);
    }

    /** Device ids are each bundle's own. */
    private static MediaStreamTrack open(Bundle bundle) throws Exception {
        BundleContext its = bundle.getBundleContext();
        MediaDevices devices = its.getService(its.getServiceReference(MediaDevices.class));
        String id = Await.value(devices.enumerateDevices()).stream()
                .filter(device -> device.label().equals(CAMERA))
                .findFirst()
                .orElseThrow()
                .deviceId();
        return Await.value(devices.getUserMedia(Map.of("video", Map.of("deviceId", Map.of("exact", id)))))
                .getVideoTracks()
                .get(0);
    }

    private CameraStatistics statistics() {
        return admin.statistics().stream()
                .filter(camera -> camera.camera().equals(CAMERA))
                .findFirst()
                .orElseThrow();
    }

    private TrackStatistics track(MediaStreamTrack track) {
        return statistics().tracks().stream()
                .filter(one -> one.id().equals(track.id()))
                .findFirst()
                .orElseThrow();
    }
}
