// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Arrays;
import java.util.Objects;

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
     * The value of the specification's word (IDL-4).
     *
     * @param value "never", "always" or "controllable"
     * @return the value
     * @throws IllegalArgumentException if there is no such word
     */
    public static RedEyeReduction of(String value) {
        return read(MemberPath.of("redEyeReduction"), Objects.requireNonNull(value, "value"));
    }

    static RedEyeReduction read(MemberPath path, Object value) {
        String word = ValueKind.STRING.convert(path, value);
        return Arrays.stream(values())
                .filter(known -> known.value.equals(word))
                .findFirst()
                .orElseThrow(() -> path.wrong(word, "one of never, always, controllable"));
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
