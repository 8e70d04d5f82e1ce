// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/** What is to be said of a finding. */
public enum Verdict {
    /** It is within its limit. */
    MET("met"),
    /** It is past its limit. */
    MISSED("**missed**"),
    /** It is past the limit that a run must keep: the run fails. */
    FAILED("**FAILED**"),
    /** It has no limit. */
    NOTED("");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As a cell of a table in Markdown. */
    @Override
    public String toString() {
        return words;
    }
}
