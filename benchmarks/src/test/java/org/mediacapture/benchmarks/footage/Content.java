// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.footage;

/** What pictures show, which decides how many bytes they are and how long entropy coding takes. */
public enum Content {
    /** A test pattern with large flat areas. */
    FLAT(""),
    /** The same with the noise of a camera: JPEG files are several times larger. */
    NOISY(",noise=alls=12:allf=t");

    private final String filter;

    Content(String filter) {
        this.filter = filter;
    }

    /** What is appended to the graph of filters that makes the pattern. */
    String filter() {
        return filter;
    }
}
