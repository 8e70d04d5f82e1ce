// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * The CPU time that one applyConstraints takes on all threads together, the mock camera's part included, less what the camera's
 * stream takes in the same time.
 *
 * @param microsecondsPerCall microseconds of CPU time
 */
record ControlCost(double microsecondsPerCall) {
    /** Measures so many calls, after others. */
    static ControlCost measure(int warmUp, int calls) throws Exception {
        try (MockFramework framework = MockFramework.open()) {
            MediaStreamTrack track = framework
                    .devices()
                    .getUserMedia(MediaStreamConstraints.ofVideo())
                    .getValue()
                    .getVideoTracks()
                    .get(0);
            TrackBenchmark.applyZoomRepeatedly(track, warmUp);
            long wallBefore = System.nanoTime();
            long cpuBefore = cpu();
            TrackBenchmark.applyZoomRepeatedly(track, calls);
            long wall = System.nanoTime() - wallBefore;
            long busy = cpu() - cpuBefore;
            long idleBefore = cpu();
            TimeUnit.NANOSECONDS.sleep(wall); // the same time without calls: the length of a measurement, not a wait
            long idle = cpu() - idleBefore;
            return new ControlCost((busy - idle) / 1000.0 / calls);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
