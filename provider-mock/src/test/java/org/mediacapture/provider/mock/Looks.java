// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.MediaTrackSettings;

/** Looks of a camera with all standard controls, whose values all count since its modes are manual. */
final class Looks {
    private Looks() {}

    static Look of(String name, Object value) {
        return of(Map.of(name, value));
    }

    static Look of(Map<String, ?> values) {
        Map<String, Object> all =
                new HashMap<>(Map.of("exposureMode", "manual", "whiteBalanceMode", "manual", "focusMode", "manual"));
        all.putAll(values);
        MockControls controls = new MockControls(OfferedControls.ALL);
        controls.apply(MediaTrackSettings.fromMap(all, List.of()), 0);
        return controls.look();
    }
}
