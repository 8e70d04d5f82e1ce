// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

/**
 * How a permission stands.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#permission-state">Permissions: PermissionState</a>
 */
public enum PermissionState {
    /** Given, without asking. */
    GRANTED("granted"),
    /** Somebody has to be asked. */
    PROMPT("prompt"),
    /** Refused, without asking. */
    DENIED("denied");

    private final String value;

    PermissionState(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "granted", "prompt" or "denied"
     */
    public String value() {
        return value;
    }
}
