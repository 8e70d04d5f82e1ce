// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

/** What a camera is doing. */
public enum CameraState {
    /** Nobody uses it. */
    IDLE("idle"),
    /** It is being opened. */
    OPENING("opening"),
    /** It delivers, or is about to. */
    STREAMING("streaming"),
    /** All its tracks are disabled, so that it is closed until one is enabled (TRK-13). */
    RELEASED("released"),
    /** Its provider is gone, and its tracks wait, muted, for another. */
    LOST("lost");

    private final String value;

    CameraState(String value) {
        this.value = value;
    }

    /**
     * The state as a word.
     *
     * @return for example "streaming"
     */
    public String value() {
        return value;
    }
}
