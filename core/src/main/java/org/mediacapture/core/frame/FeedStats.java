// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/**
 * What became of the frames of a track since it was made. While it is disabled nothing is counted. Immutable.
 *
 * @param delivered frames that passed through the track to whoever reads it
 * @param discarded frames left out to reach the track's rate
 * @param total all frames of the source, also those that it lost itself
 * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#the-mediastreamtrackvideostats-interface">Media Capture
 *     Extensions: MediaStreamTrackVideoStats</a>
 */
public record FeedStats(long delivered, long discarded, long total) {}
