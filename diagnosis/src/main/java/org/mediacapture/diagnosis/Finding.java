// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.util.Objects;

/**
 * What a check found. Immutable.
 *
 * @param severity how bad it is
 * @param text what it is
 * @param advice what to do; "" where all is well
 */
public record Finding(Severity severity, String text, String advice) {
    /**
     * Makes a finding.
     *
     * @throws IllegalArgumentException if there is no advice and not all is well
     */
    public Finding {
        Objects.requireNonNull(severity, "severity");
        text = Objects.requireNonNull(text, "text").replaceAll("\\s*\\R\\s*", " ");
        advice = Objects.requireNonNull(advice, "advice").replaceAll("\\s*\\R\\s*", " ");
        if (severity != Severity.OK && advice.isBlank()) {
            throw new IllegalArgumentException("advice: is missing, what can be done about \"" + text + "\"?");
        }
    }

    public static Finding ok(String text) {
        return new Finding(Severity.OK, text, "");
    }

    public static Finding note(String text, String advice) {
        return new Finding(Severity.NOTE, text, advice);
    }

    public static Finding problem(String text, String advice) {
        return new Finding(Severity.PROBLEM, text, advice);
    }
}
