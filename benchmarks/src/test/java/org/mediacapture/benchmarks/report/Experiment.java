// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/** Measures something, with what it is compared to in the same run. */
public interface Experiment {
    /** What it is called in the list, and by whoever runs it alone; the goal's number comes first, as in "G2 mjpeg-to-pixels". */
    String name();

    /**
     * Measures.
     *
     * @param report takes what was found
     * @param effort how long it may take
     * @throws Exception when it could not measure, or when a result is wrong, which is no matter of time
     */
    void run(Report report, Effort effort) throws Exception;
}
