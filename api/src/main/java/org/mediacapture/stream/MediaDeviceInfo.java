// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A media device as its origin sees it. Immutable.
 *
 * @param deviceId identifies the device for this origin, together with the kind; other origins see another one (DEV-1)
 * @param kind the kind of device
 * @param label what a person calls it, or ""
 * @param groupId equal for devices of one physical device within one document (DEV-3)
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#device-info">Media Capture and Streams: MediaDeviceInfo</a>
 */
public record MediaDeviceInfo(String deviceId, MediaDeviceKind kind, String label, String groupId) {
    /** Makes a description. */
    public MediaDeviceInfo {
        Objects.requireNonNull(deviceId, "deviceId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(groupId, "groupId");
    }

    /**
     * The members as the specification's {@code toJSON()} gives them (ENUM-9).
     *
     * @return a new map with deviceId, kind, label, groupId
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("deviceId", deviceId);
        members.put("kind", kind.value());
        members.put("label", label);
        members.put("groupId", groupId);
        return members;
    }
}
