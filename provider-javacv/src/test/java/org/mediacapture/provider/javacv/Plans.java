// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** A plan with deadlines in milliseconds. */
    static CameraPlan of(String url, long open, long read) {
        return of(url, Map.of("open_deadline", open, "read_deadline", read));
    }

    /** A plan with some values of its configuration. */
    static CameraPlan of(String url, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("url", url);
        return CameraPlan.of(config(all), ProviderSettings.NAME, Scheme.texts()).orElseThrow();
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

    /** A configuration: the given values, and the defaults for the rest. */
    static NetworkCameraConfig config(Map<String, Object> values) {
        return new NetworkCameraConfig() {
            @Override
            public String url() {
                return text("url", "");
            }

            @Override
            public String name() {
                return text("name", "test");
            }

            @Override
            public String label() {
                return text("label", "");
            }

            @Override
            public String facing() {
                return text("facing", "");
            }

            @Override
            public String username() {
                return text("username", "");
            }

            @Override
            public String password() {
                return text("password", "");
            }

            @Override
            public String transport() {
                return text("transport", "tcp");
            }

            @Override
            public long open_deadline() {
                return (long) values.getOrDefault("open_deadline", 30_000L);
            }

            @Override
            public long read_deadline() {
                return (long) values.getOrDefault("read_deadline", 30_000L);
            }

            @Override
            public boolean loop() {
                return (boolean) values.getOrDefault("loop", true);
            }

            @Override
            public String[] providers() {
                return (String[]) values.getOrDefault("providers", new String[0]);
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return NetworkCameraConfig.class;
            }

            private String text(String key, String otherwise) {
                return (String) values.getOrDefault(key, otherwise);
            }
        };
    }
}
