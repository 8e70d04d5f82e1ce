// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mediacapture.constraint.MediaKind;
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
    /**
     * Makes constraints.
     *
     * @param video what the video track shall be like; empty if no video is wanted
     * @param audio what the audio track shall be like; empty if no audio is wanted
     */
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
     * Converts a dictionary; unknown members are dropped (IDL-2), those that are missing or null are false (IDL-7): script
     * engines hand undefined over as null.
     *
     * @param members {@code video} and {@code audio}, each a boolean or a map as
     *     {@link MediaTrackConstraints#fromMap(Map)} takes it
     * @return the constraints
     * @throws IllegalArgumentException if a value has no conversion; the message names the path of the member, such as
     *     {@code video.advanced[1].width.exact}, the value, and what is accepted
     */
    public static MediaStreamConstraints fromMap(Map<String, ?> members) {
        return new MediaStreamConstraints(
                MediaTrackConstraints.requested(MediaKind.VIDEO, members),
                MediaTrackConstraints.requested(MediaKind.AUDIO, members));
    }

    /**
     * The dictionary of these constraints.
     *
     * @return a new map; a kind that is not wanted is missing, one without constraints is {@code true}, any other is a
     *     map in the shapes of IDL-6
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        video.ifPresent(constraints -> members.put("video", value(constraints)));
        audio.ifPresent(constraints -> members.put("audio", value(constraints)));
        return members;
    }

    private static Object value(MediaTrackConstraints constraints) {
        Map<String, Object> members = constraints.toMap();
        return members.isEmpty() ? Boolean.TRUE : members;
    }
}
