// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.NetworkCameraConfig;

/** Plans and configurations for tests. */
final class Plans {
    private Plans() {}

    /** A plan with long deadlines. */
    static CameraPlan of(String url) {
        return of(url, Map.of());
    }

    /** A plan with deadlines in milliseconds. */
    static CameraPlan of(String url, long open, long read) {
        return of(url, Map.of("open_deadline", open, "read_deadline", read));
    }

    /** A plan with some values of its configuration. */
    static CameraPlan of(String url, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("url", url, "name", "test", "open_deadline", 30_000L, "read_deadline", 30_000L));
        all.putAll(values);
        return CameraPlan.of(config(NetworkCameraConfig.class, all), "webcam", Set.of("http", "https"))
                .orElseThrow();
    }

    /** A configuration: the given values, and the defaults for the rest. */
    static <T> T config(Class<T> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
