// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.Arrays;
import java.util.Locale;

/** When a document is told ids, labels and capabilities of devices (ENUM-4, ENUM-5). */
public enum ExposurePolicy {
    /** Who may use cameras sees them. */
    PERMISSION,
    /** As in a browser: after the first capture. */
    CAPTURE;

    /**
     * The policy of a word of the configuration.
     *
     * @throws IllegalArgumentException if there is no such policy
     */
    public static ExposurePolicy of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "exposure: \"" + word + "\" is not accepted; it is permission or capture"));
    }
}
