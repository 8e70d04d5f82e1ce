// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Optional;

/**
 * How the streams of a mock camera go wrong. Immutable.
 *
 * @param noFrames whether a stream starts and never delivers
 * @param ending how each stream ends by itself, or empty
 * @param dropsEvery the frame out of so many that is missing, the last of them; 0 for none
 * @param corruptsEvery the frame out of so many that is cut short, the last of them; 0 for none
 */
record StreamFaults(boolean noFrames, Optional<Ending> ending, long dropsEvery, long corruptsEvery) {
    /** Nothing goes wrong. */
    static final StreamFaults NONE = new StreamFaults(false, Optional.empty(), 0, 0);

    /** What happens after the last frame. */
    enum Kind {
        /** The camera reports that the connection broke. */
        ENDS,
        /** The camera reports that it was pulled out. */
        UNPLUGS,
        /** Nothing: there are just no more frames. */
        STALLS
    }

    /**
     * An end of a stream.
     *
     * @param kind what happens
     * @param frames the number of frames delivered before
     */
    record Ending(Kind kind, long frames) {}

    boolean drops(long sequence) {
        return isLastOf(dropsEvery, sequence);
    }

    boolean corrupts(long sequence) {
        return isLastOf(corruptsEvery, sequence);
    }

    private static boolean isLastOf(long every, long sequence) {
        return every > 0 && sequence % every == every - 1;
    }
}
