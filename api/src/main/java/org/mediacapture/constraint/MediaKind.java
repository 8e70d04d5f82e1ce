// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/** The kinds of media that a track can carry. */
public enum MediaKind {
    /** Sound. */
    AUDIO("audio"),
    /** Pictures. */
    VIDEO("video");

    private final String value;

    MediaKind(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "audio" or "video"
     */
    public String value() {
        return value;
    }
}
