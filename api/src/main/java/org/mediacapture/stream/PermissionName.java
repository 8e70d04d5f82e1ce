// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Arrays;
import java.util.Objects;

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

    private static final int LEGIBLE = 40;

    private final String value;

    PermissionName(String value) {
        this.value = value;
    }

    /**
     * The feature of the specification's word (IDL-4).
     *
     * @param value "camera" or "microphone"
     * @return the feature
     * @throws IllegalArgumentException if there is no such feature
     */
    public static PermissionName of(String value) {
        Objects.requireNonNull(value, "value");
        return Arrays.stream(values())
                .filter(known -> known.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "name: \"" + beginning(value) + "\" is not one of camera, microphone"));
    }

    /**
     * The specification's word.
     *
     * @return "camera" or "microphone"
     */
    public String value() {
        return value;
    }

    private static String beginning(String value) {
        return (value.length() <= LEGIBLE ? value : value.substring(0, LEGIBLE) + "…").replaceAll("\\p{Cc}", " ");
    }
}
