// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the frames of a video track since it was made; nothing is counted while the track is disabled. Immutable.
 *
 * @param deliveredFrames frames that passed through the track
 * @param discardedFrames frames left out to reach the track's frame rate
 * @param totalFrames all frames of the source, those included that were lost on the way
 * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#the-mediastreamtrackvideostats-interface">Media Capture
 *     Extensions: MediaStreamTrackVideoStats</a>
 */
public record MediaStreamTrackVideoStats(long deliveredFrames, long discardedFrames, long totalFrames) {
    /**
     * The members as the specification's {@code toJSON()} gives them.
     *
     * @return a new map
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("deliveredFrames", deliveredFrames);
        members.put("discardedFrames", discardedFrames);
        members.put("totalFrames", totalFrames);
        return members;
    }
}
