// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;

/**
 * The frames of a live video track and who holds it. Immutable.
 *
 * @param id identifier of the track
 * @param bundle symbolic name of the bundle that holds it
 * @param origin the origin for which the bundle holds it: the bundle's own name, or that of a document it made
 * @param consumers how many consumers of that bundle read its frames at present
 * @param frames its frames
 */
public record TrackStatistics(String id, String bundle, String origin, int consumers, FrameStatistics frames) {
    /**
     * Makes statistics.
     *
     * @param id identifier of the track
     * @param bundle symbolic name of the bundle that holds it
     * @param origin the origin for which the bundle holds it: the bundle's own name, or that of a document it made
     * @param consumers how many consumers of that bundle read its frames at present
     * @param frames its frames
     */
    public TrackStatistics {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(frames, "frames");
    }
}
