// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.metrics;

import org.mediacapture.admin.TrackStatistics;

/** The numbers of a track, by getters, as JMX wants them. Immutable. */
public final class TrackNumbers {
    private final TrackStatistics statistics;

    TrackNumbers(TrackStatistics statistics) {
        this.statistics = statistics;
    }

    /** Its id. */
    public String getId() {
        return statistics.id();
    }

    /** Symbolic name of the bundle that holds it. */
    public String getBundle() {
        return statistics.bundle();
    }

    /** The origin for which the bundle holds it. */
    public String getOrigin() {
        return statistics.origin();
    }

    /** How many consumers read it. */
    public int getConsumers() {
        return statistics.consumers();
    }

    /** Its frames. */
    public FrameNumbers getFrames() {
        return new FrameNumbers(statistics.frames());
    }
}
