// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.NetworkCameraConfig;

/** Plans for tests. */
final class Plans {
    private Plans() {}

    /** A plan with long deadlines. */
    static CameraPlan of(String url) {
        return of(url, Map.of());
    }

    /** A plan with some values of its configuration. */
    static CameraPlan of(String url, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("url", url, "name", "test", "open.deadline", 30_000L, "read.deadline", 30_000L));
        all.putAll(values);
        return CameraPlan.of(Configurations.of(NetworkCameraConfig.class, all), "webcam", Set.of("http", "https"))
                .orElseThrow();
    }
}
