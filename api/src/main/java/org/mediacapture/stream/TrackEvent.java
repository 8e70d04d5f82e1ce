// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Objects;

/**
 * Something that happened to a track. Immutable.
 *
 * @param type what happened
 * @param track to which track
 * @param cause why, in words for a log; "" if there is nothing to say
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#event-summary">Media Capture and Streams: Event summary</a>
 */
public record TrackEvent(Type type, MediaStreamTrack track, String cause) {
    /**
     * Makes an event.
     *
     * @param type what happened
     * @param track to which track
     * @param cause why, in words for a log; "" if there is nothing to say
     */
    public TrackEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(cause, "cause");
    }

    /** The events of a track. */
    public enum Type {
        /** The track ended, and not by {@link MediaStreamTrack#stop()}; comes once (TRK-5). */
        ENDED("ended"),
        /** The source stopped delivering (TRK-3). */
        MUTE("mute"),
        /** The source delivers again (TRK-3). */
        UNMUTE("unmute"),
        /** Settings or capabilities changed, and not by {@link MediaStreamTrack#applyConstraints} on this track (OC-2). */
        CONFIGURATION_CHANGE("configurationchange");

        private final String value;

        Type(String value) {
            this.value = value;
        }

        /**
         * The specification's word.
         *
         * @return for example "configurationchange"
         */
        public String value() {
            return value;
        }
    }
}
