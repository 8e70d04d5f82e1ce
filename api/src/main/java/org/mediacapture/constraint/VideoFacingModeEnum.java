// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * Where a camera looks (RES-7). The members that
 * take it are strings in the IDL, and here: a word that is none of these equals no setting (IDL-4).
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#def-constraint-facingMode">Media Capture and Streams: VideoFacingModeEnum</a>
 */
public enum VideoFacingModeEnum {
    /** At the user. */
    USER("user"),
    /** Away from the user. */
    ENVIRONMENT("environment"),
    /** To the left of the user. */
    LEFT("left"),
    /** To the right of the user. */
    RIGHT("right");

    private final String value;

    VideoFacingModeEnum(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "user", "environment", "left" or "right"
     */
    public String value() {
        return value;
    }
}
