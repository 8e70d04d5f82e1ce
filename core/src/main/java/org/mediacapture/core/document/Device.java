// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.stream.InputDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;

/** A device as a document is told about it. Immutable. */
record Device(
        String deviceId, MediaDeviceKind kind, String label, String groupId, MediaTrackCapabilities getCapabilities)
        implements InputDeviceInfo {
    /** All that is told before devices are exposed: that there is one (ENUM-4). */
    Device concealed() {
        return new Device("", kind, "", "", MediaTrackCapabilities.empty());
    }

    /** Whether it looks the same, whatever it can do meanwhile (DC-1). */
    boolean isSameAs(Device other) {
        return deviceId.equals(other.deviceId)
                && kind == other.kind
                && label.equals(other.label)
                && groupId.equals(other.groupId);
    }
}
