// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Arrays;
import java.util.Objects;

/**
 * How the flash behaves for a photo.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#filllightmode-section">Image Capture: FillLightMode</a> (PC-5)
 */
public enum FillLightMode {
    /** Used when needed. */
    AUTO("auto"),
    /** Never used. */
    OFF("off"),
    /** Always fires. */
    FLASH("flash");

    private final String value;

    FillLightMode(String value) {
        this.value = value;
    }

    /**
     * The mode of the specification's word (IDL-4).
     *
     * @param value "auto", "off" or "flash"
     * @return the mode
     * @throws IllegalArgumentException if there is no such mode
     */
    public static FillLightMode of(String value) {
        return read(MemberPath.of("fillLightMode"), Objects.requireNonNull(value, "value"));
    }

    static FillLightMode read(MemberPath path, Object value) {
        String word = ValueKind.STRING.convert(path, value);
        return Arrays.stream(values())
                .filter(known -> known.value.equals(word))
                .findFirst()
                .orElseThrow(() -> path.wrong(word, "one of auto, off, flash"));
    }

    /**
     * The specification's word.
     *
     * @return "auto", "off" or "flash"
     */
    public String value() {
        return value;
    }
}
