// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A media device as a document sees it. Immutable. Two descriptions with the same values are equal.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#device-info">Media Capture and Streams: MediaDeviceInfo</a>
 */
@ProviderType
public interface MediaDeviceInfo {
    /**
     * Identifies the device for this origin, together with its kind; other origins see another one (DEV-1).
     *
     * @return 64 hexadecimal digits, or "" while devices are not exposed (ENUM-4)
     */
    String deviceId();

    /**
     * The kind of device.
     *
     * @return the kind
     */
    MediaDeviceKind kind();

    /**
     * What a person calls the device.
     *
     * @return the label, or "" while devices are not exposed (ENUM-4)
     */
    String label();

    /**
     * Equal for devices of one physical device within one document (DEV-3).
     *
     * @return 64 hexadecimal digits, or "" while devices are not exposed (ENUM-4)
     */
    String groupId();

    /**
     * The members as the specification's {@code toJSON()} gives them (ENUM-9).
     *
     * @return a new map with deviceId, kind, label, groupId
     */
    default Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("deviceId", deviceId());
        members.put("kind", kind().value());
        members.put("label", label());
        members.put("groupId", groupId());
        return members;
    }
}
