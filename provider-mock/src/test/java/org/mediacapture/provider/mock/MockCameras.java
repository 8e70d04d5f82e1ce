// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.HashMap;
import java.util.Map;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** Cameras for tests: small pictures, called "door". */
final class MockCameras {
    static final VideoMode I420 = new VideoMode(160, 120, 30, PixelFormat.I420);
    static final VideoMode MJPEG = new VideoMode(160, 120, 10, PixelFormat.MJPEG);
    static final VideoMode LARGE = new VideoMode(320, 240, 15, PixelFormat.I420);

    private MockCameras() {}

    static CameraDescription description(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "name", "door", "modes", new String[] {"160x120@30 I420", "160x120@10 MJPEG", "320x240@15 I420"}));
        all.putAll(values);
        return CameraDescription.of(configured(all));
    }

    static MockCameraConfiguration configured(Map<String, Object> values) {
        return Configurations.of(MockCameraConfiguration.class, values);
    }

    static MockDevice device(FrameTimer timer, Map<String, Object> values) {
        return new MockDevice(description(values), new Studio(timer, new Sceneries()));
    }

    static MockDevice faulty(FrameTimer timer, String... faults) {
        return device(timer, Map.of("faults", faults, "still", true));
    }
}
