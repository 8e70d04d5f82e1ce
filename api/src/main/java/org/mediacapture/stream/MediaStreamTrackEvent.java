// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Objects;

/**
 * Tells that a track was added to a stream or removed from it, and not by the application that holds the stream (STR-4).
 * Immutable.
 *
 * @param type what happened
 * @param track the track
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrackevent">Media Capture and Streams:
 *     MediaStreamTrackEvent</a>
 */
public record MediaStreamTrackEvent(Type type, MediaStreamTrack track) {
    /**
     * Makes an event (STR-8).
     *
     * @param type what happened
     * @param track the track
     */
    public MediaStreamTrackEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(track, "track");
    }

    /** The events of a stream. */
    public enum Type {
        /** A track was added. */
        ADD_TRACK("addtrack"),
        /** A track was removed. */
        REMOVE_TRACK("removetrack");

        private final String value;

        Type(String value) {
            this.value = value;
        }

        /**
         * The specification's word.
         *
         * @return "addtrack" or "removetrack"
         */
        public String value() {
            return value;
        }
    }
}
