// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

/**
 * The states of a track; ended is final (TRK-6).
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrackstate">Media Capture and Streams:
 *     MediaStreamTrackState</a>
 */
public enum MediaStreamTrackState {
    /** The track has a source. */
    LIVE("live"),
    /** The track has no source any more. */
    ENDED("ended");

    private final String value;

    MediaStreamTrackState(String value) {
        this.value = value;
    }

    /**
     * The specification's word.
     *
     * @return "live" or "ended"
     */
    public String value() {
        return value;
    }
}
