// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** All is well. */
    OK,
    /** Something may surprise. */
    NOTE,
    /** Something does not work. */
    PROBLEM;

    /**
     * The severity as a word.
     *
     * @return ok, note or problem
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
