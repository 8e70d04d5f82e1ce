// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
