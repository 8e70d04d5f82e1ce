// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * Whether a camera can reduce red eyes.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#redeyereduction-section">Image Capture: RedEyeReduction</a> (PC-4)
 */
public enum RedEyeReduction {
    /** The camera has none. */
    NEVER("never"),
    /** The camera has it and it is always on. */
    ALWAYS("always"),
    /** {@code PhotoSettings.redEyeReduction} decides. */
    CONTROLLABLE("controllable");

    private final String value;

    RedEyeReduction(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "never", "always" or "controllable"
     */
    public String value() {
        return value;
    }
}
