// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * What echo cancellation removes; it may also be just on or off. The members that
 * take it are strings in the IDL, and here: a word that is none of these equals no setting (IDL-4).
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#def-constraint-echoCancellation">Media Capture and Streams: EchoCancellationModeEnum</a>
 */
public enum EchoCancellationModeEnum {
    /** All sound that the system plays. */
    ALL("all"),
    /** What comes from remote peers. */
    REMOTE_ONLY("remote-only");

    private final String value;

    EchoCancellationModeEnum(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "all" or "remote-only"
     */
    public String value() {
        return value;
    }
}
