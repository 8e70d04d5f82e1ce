// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

/**
 * The powerful features of this framework (PERM-1).
 *
 * @see <a href="https://www.w3.org/TR/permissions/#powerful-feature">Permissions: powerful feature</a>
 */
public enum PermissionName {
    /** To see and use cameras. */
    CAMERA("camera"),
    /** To see and use microphones. */
    MICROPHONE("microphone");

    private final String value;

    PermissionName(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "camera" or "microphone"
     */
    public String value() {
        return value;
    }
}
