// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Locale;

/** Short names of cameras. Pure function. */
final class ShortName {
    private ShortName() {}

    /** A label as a name of letters, digits, - and _; "camera" if nothing is left of it. */
    static String of(String label) {
        String name =
                label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^-+|-+$", "");
        boolean isName = label.matches("[A-Za-z0-9_-]+");
        if (isName) {
            return label;
        }
        return name.isEmpty() ? "camera" : name;
    }
}
