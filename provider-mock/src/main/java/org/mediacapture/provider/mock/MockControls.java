// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Set;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;

/** The controls of one open camera. Written by the control thread, read by the timer thread; thread-safe. */
final class MockControls {
    private final Set<MockControl> offered;
    private volatile ControlValues values = ControlValues.INITIAL;

    MockControls(Set<MockControl> offered) {
        this.offered = Set.copyOf(offered);
    }

    /** What cameras with these controls can be asked for, in the order of the table. */
    static MediaTrackCapabilities capabilities(Set<MockControl> offered) {
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        for (MockControl control : MockControl.values()) {
            if (offered.contains(control)) {
                capabilities.with(control.property(), control.range());
            }
        }
        return capabilities.build();
    }

    ControlValues values() {
        return values;
    }

    MediaTrackSettings settings() {
        MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
        ControlValues now = values;
        for (MockControl control : MockControl.values()) {
            if (offered.contains(control)) {
                now.addTo(settings, control);
            }
        }
        return settings.build();
    }

    /** Moves the controls that are offered to the steps nearest to what is wanted, all within the same frame. */
    void apply(MediaTrackSettings wanted) {
        ControlValues next = values;
        for (MockControl control : offered) {
            double wish = wanted.get(control.property()).orElse(next.get(control));
            next = next.with(control, wish);
        }
        values = next;
    }
}
