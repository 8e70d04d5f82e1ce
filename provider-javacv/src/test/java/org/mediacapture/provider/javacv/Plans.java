// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.NetworkCameraConfig;
import org.mediacapture.provider.javacv.v4l2.FakeDevice;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Interval;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Size;
import org.mediacapture.provider.javacv.v4l2.FakePicture;

/** Plans for tests. */
final class Plans {
    private Plans() {}

    /** A plan with defaults. */
    static CameraPlan of(String url) {
        return of(url, Map.of());
    }

    /** A plan with some values of its configuration. */
    static CameraPlan of(String url, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("url", url, "name", "test", "open.deadline", 30_000L, "read.deadline", 30_000L));
        all.putAll(values);
        return CameraPlan.of(Configurations.of(NetworkCameraConfig.class, all), ProviderSettings.NAME, Scheme.texts())
                .orElseThrow();
    }

    /** The camera of a plan, with which nothing else shares its interrupts. */
    static JavacvDevice device(CameraPlan plan) {
        return device(plan, new Interrupts());
    }

    /** The camera of a plan. */
    static JavacvDevice device(CameraPlan plan, Interrupts interrupts) {
        return new JavacvDevice(plan, JavacvDevice.Known.NOTHING, new FrameSources(interrupts).of(plan));
    }

    /** A camera at this computer, of a driver that sends 50 pictures a second. */
    static JavacvDevice localDevice(CameraPlan plan) {
        FakeDevice driver = new FakeDevice();
        driver.formats().add("YUYV", Size.of(32, 16, Interval.rate(50)));
        driver.stream().runs(50, FakePicture::number);
        return new JavacvDevice(plan, JavacvDevice.Known.DEVICE, interruption -> LocalInput.open(plan, driver));
    }
}
