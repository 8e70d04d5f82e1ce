// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackConstraints;

/**
 * What getUserMedia is asked for. Immutable.
 *
 * @param video what the video track shall be like; empty if no video is wanted
 * @param audio what the audio track shall be like; empty if no audio is wanted
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamconstraints">Media Capture and Streams:
 *     MediaStreamConstraints</a>
 */
public record MediaStreamConstraints(Optional<MediaTrackConstraints> video, Optional<MediaTrackConstraints> audio) {
    /** Makes constraints. */
    public MediaStreamConstraints {
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(audio, "audio");
    }

    /**
     * Any video.
     *
     * @return the counterpart of <code>{video: true}</code>
     */
    public static MediaStreamConstraints ofVideo() {
        return ofVideo(MediaTrackConstraints.none());
    }

    /**
     * Video with constraints.
     *
     * @param constraints what the track shall be like
     * @return the counterpart of <code>{video: constraints}</code>
     */
    public static MediaStreamConstraints ofVideo(MediaTrackConstraints constraints) {
        return new MediaStreamConstraints(Optional.of(constraints), Optional.empty());
    }

    /**
     * Converts a dictionary; unknown members are dropped (IDL-2), missing ones are false (IDL-7).
     *
     * @param members {@code video} and {@code audio}, each a boolean or a map of constraints
     * @return the constraints
     * @throws IllegalArgumentException if a value has no conversion
     */
    public static MediaStreamConstraints fromMap(Map<String, ?> members) {
        return new MediaStreamConstraints(kind("video", members), kind("audio", members));
    }

    private static Optional<MediaTrackConstraints> kind(String name, Map<String, ?> members) {
        Object value = members.get(name);
        if (value == null || Boolean.FALSE.equals(value)) {
            return Optional.empty();
        }
        if (Boolean.TRUE.equals(value)) {
            return Optional.of(MediaTrackConstraints.none());
        }
        return Optional.of(MediaTrackConstraints.fromMap(dictionary(name, value)));
    }

    @SuppressWarnings("unchecked") // the keys are checked one by one
    private static Map<String, ?> dictionary(String name, Object value) {
        if (value instanceof Map<?, ?> members && members.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, ?>) members;
        }
        throw new IllegalArgumentException(name + ": " + value + " is not true, false or a map of constraints");
    }
}
