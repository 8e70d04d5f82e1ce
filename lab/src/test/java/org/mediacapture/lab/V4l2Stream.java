// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code v4l2-ctl --stream-mmap --verbose} prints of a stream. Immutable.
 *
 * @param times when each frame was captured, in seconds
 */
record V4l2Stream(List<Double> times) {
    private static final Pattern FRAME = Pattern.compile("seq:\\s*\\d+.*?ts:\\s*(\\d+\\.\\d+)");

    /** Reads what was printed. */
    static V4l2Stream parse(String printed) {
        return new V4l2Stream(FRAME.matcher(printed)
                .results()
                .map((MatchResult frame) -> Double.valueOf(frame.group(1)))
                .toList());
    }

    /** Frames in a second. */
    double rate() {
        if (times.size() < 2) {
            throw new IllegalStateException("A rate needs two frames or more, not " + times.size());
        }
        return (times.size() - 1) / (times.get(times.size() - 1) - times.get(0));
    }
}
