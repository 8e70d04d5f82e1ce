// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mediacapture.constraint.ValueKind;

/**
 * A permission: a feature, and for cameras whether pan, tilt and zoom are meant too, which is the stronger permission (PTZ-7).
 * Immutable.
 *
 * @param name the feature
 * @param panTiltZoom whether pan, tilt and zoom are meant too; false for microphones
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-cameradevicepermissiondescriptor">Media Capture and Streams:
 *     CameraDevicePermissionDescriptor</a>
 */
public record PermissionDescriptor(PermissionName name, boolean panTiltZoom) {
    /** To use cameras. */
    public static final PermissionDescriptor CAMERA = new PermissionDescriptor(PermissionName.CAMERA, false);

    /** To use cameras and to move them. */
    public static final PermissionDescriptor CAMERA_PAN_TILT_ZOOM =
            new PermissionDescriptor(PermissionName.CAMERA, true);

    /** To use microphones. */
    public static final PermissionDescriptor MICROPHONE = new PermissionDescriptor(PermissionName.MICROPHONE, false);

    /**
     * Makes a descriptor.
     *
     * @param name the feature
     * @param panTiltZoom whether pan, tilt and zoom are meant too; false for microphones
     * @throws IllegalArgumentException if pan, tilt and zoom are meant of a microphone
     */
    public PermissionDescriptor {
        Objects.requireNonNull(name, "name");
        if (panTiltZoom && name != PermissionName.CAMERA) {
            throw new IllegalArgumentException(
                    "panTiltZoom: true is not accepted with " + name.value() + ", only with camera");
        }
    }

    /**
     * Converts a dictionary; other members are ignored (IDL-2), also {@code panTiltZoom} of a microphone, which the
     * specification does not have.
     *
     * @param members {@code name}, and {@code panTiltZoom}, a boolean that is false if it is missing or null (IDL-7)
     * @return the descriptor
     * @throws IllegalArgumentException if the name is missing or is no feature, or a member has no conversion; the message
     *     names the member and the value
     */
    public static PermissionDescriptor fromMap(Map<String, ?> members) {
        Object given = Objects.requireNonNull(members, "members").get("name");
        if (given == null) {
            throw new IllegalArgumentException("name: is missing and must be one of camera, microphone");
        }
        PermissionName name = PermissionName.of(ValueKind.STRING.convert("name", given));
        Object moving = name == PermissionName.CAMERA ? members.get("panTiltZoom") : null;
        return new PermissionDescriptor(name, moving != null && ValueKind.BOOLEAN.convert("panTiltZoom", moving));
    }

    /**
     * The dictionary of this descriptor.
     *
     * @return a new map with name, and panTiltZoom where it is true
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name.value());
        if (panTiltZoom) {
            members.put("panTiltZoom", true);
        }
        return members;
    }
}
