// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.provider.CameraDevice;

/** A camera that comes and goes; how long that takes is for the report. */
@InLab
class PlugTest {
    private static final int PORT = 3;
    private static final String CAMERA = "UVC";
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final LabFramework framework;
    private final CameraLab lab;
    private final LabReport report;

    PlugTest(LabFramework framework, CameraLab lab, LabReport report) {
        this.framework = framework;
        this.lab = lab;
        this.report = report;
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void aCameraIsListedWhileItIsPluggedIn(String provider) {
        VideoNode camera = lab.plug(PORT, "PLUG");
        long there = System.nanoTime();
        CameraDevice device = framework.device(provider, camera.address());
        report.add(LabTable.TIMES, CAMERA, provider, "plugged in, until it is listed", millisSince(there));
        assertThat(device.modes()).isNotEmpty();

        long pulled = System.nanoTime();
        lab.unplug(PORT);
        framework.awaitGone(provider, camera.address());

        report.add(LabTable.TIMES, CAMERA, provider, "pulled out, until it is not listed", millisSince(pulled));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
    }
}
