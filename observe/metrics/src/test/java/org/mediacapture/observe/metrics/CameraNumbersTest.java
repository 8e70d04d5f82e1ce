// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.TrackStatistics;

/** What a JMX client reads, by way of an MBean server. */
class CameraNumbersTest {
    private static final FrameStatistics FRAMES =
            new FrameStatistics(90, 10, 101, 29.5, Optional.of(Duration.ofNanos(1_500_000)), 1, 2);
    private static final FrameStatistics NONE = new FrameStatistics(0, 0, 0, 0, Optional.empty(), 0, 0);

    @Test
    void aClientReadsTheNumbersOfACameraAndOfItsTracks() throws Exception {
        CompositeData camera = read(new CameraStatistics(
                "door",
                CameraState.STREAMING,
                FRAMES,
                List.of(new TrackStatistics("id", "org.example", "https://example.org", 3, NONE))));

        assertThat(camera.get("camera")).isEqualTo("door");
        assertThat(camera.get("state")).isEqualTo("streaming");
        CompositeData frames = (CompositeData) camera.get("frames");
        assertThat(frames.get("delivered")).isEqualTo(90L);
        assertThat(frames.get("discarded")).isEqualTo(10L);
        assertThat(frames.get("total")).isEqualTo(101L);
        assertThat(frames.get("frameRate")).isEqualTo(29.5);
        assertThat(frames.get("latencyMillis")).isEqualTo(1.5);
        assertThat(frames.get("heapBytes")).isEqualTo(1L);
        assertThat(frames.get("nativeBytes")).isEqualTo(2L);
        CompositeData track = ((CompositeData[]) camera.get("tracks"))[0];
        assertThat(track.get("id")).isEqualTo("id");
        assertThat(track.get("bundle")).isEqualTo("org.example");
        assertThat(track.get("origin")).isEqualTo("https://example.org");
        assertThat(track.get("consumers")).isEqualTo(3);
        assertThat(((CompositeData) track.get("frames")).get("latencyMillis")).isEqualTo(Double.NaN);
    }

    private static CompositeData read(CameraStatistics statistics) throws Exception {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        ObjectName name = ObjectName.getInstance("test:type=Cameras");
        CamerasMXBean bean = () -> List.of(new CameraNumbers(statistics));
        server.registerMBean(new StandardMBean(bean, CamerasMXBean.class, true), name);
        return ((CompositeData[]) server.getAttribute(name, "Cameras"))[0];
    }
}
