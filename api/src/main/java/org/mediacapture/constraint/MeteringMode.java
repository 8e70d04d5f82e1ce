// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * How a camera sets white balance, exposure or focus (PX-20). The members that
 * take it are strings in the IDL, and here: a word that is none of these equals no setting (IDL-4).
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#meteringmode-section">Image Capture: MeteringMode</a>
 */
public enum MeteringMode {
    /** The camera has no such mode; asked for: the feature is turned off. */
    NONE("none"),
    /** Fixed, as given. */
    MANUAL("manual"),
    /** Found once, then held. */
    SINGLE_SHOT("single-shot"),
    /** Adjusted all the time. */
    CONTINUOUS("continuous");

    private final String value;

    MeteringMode(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "none", "manual", "single-shot" or "continuous"
     */
    public String value() {
        return value;
    }
}
