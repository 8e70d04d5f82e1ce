// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.metrics;

import java.util.List;
import org.mediacapture.admin.CameraStatistics;

/** The numbers of a camera, by getters, as JMX wants them. Immutable. */
public final class CameraNumbers {
    private final CameraStatistics statistics;

    CameraNumbers(CameraStatistics statistics) {
        this.statistics = statistics;
    }

    /** Its short name. */
    public String getCamera() {
        return statistics.camera();
    }

    /** What it is doing, as a word such as "streaming". */
    public String getState() {
        return statistics.state().value();
    }

    /** Its own frames. */
    public FrameNumbers getFrames() {
        return new FrameNumbers(statistics.frames());
    }

    /** Its live tracks. */
    public List<TrackNumbers> getTracks() {
        return statistics.tracks().stream().map(TrackNumbers::new).toList();
    }
}
