// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.network;

import org.mediacapture.benchmarks.measure.ThreadUse;

/** Reads a camera in the network on threads of its own, until it is closed. Confined to the thread that measures. */
public interface FrameReader extends AutoCloseable {
    /** What was taken to find out that a picture has come, where the reader does not tell it: that is not the reader's work. */
    default ThreadUse.Use asking() {
        return ThreadUse.Use.NONE;
    }

    /** Makes readers of a server. */
    @FunctionalInterface
    interface Opener {
        /**
         * Begins to read.
         *
         * @param url where the server is
         * @param arrivals is told of every picture
         */
        FrameReader open(String url, Arrivals arrivals) throws Exception;
    }
}
