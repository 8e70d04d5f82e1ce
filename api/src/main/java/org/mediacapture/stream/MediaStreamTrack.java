// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.function.Consumer;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.VideoFrame;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * A track: the pictures of one camera for one application. Thread-safe.
 *
 * <p>A track is live until it is stopped or its camera is gone for good. While the provider behind it is replaced it stays
 * live, is muted, and is unmuted when pictures come again; identifier, constraints and subscriptions stay. A muted track
 * delivers no frames, and the gap shows in their timestamps.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack">Media Capture and Streams:
 *     MediaStreamTrack</a>
 */
@ProviderType
public interface MediaStreamTrack {
    /**
     * The kind of media.
     *
     * @return the kind
     */
    MediaKind kind();

    /**
     * The identifier of the track (TRK-1).
     *
     * @return a UUID of 36 characters
     */
    String id();

    /**
     * The label of its camera when the track was made.
     *
     * @return the label, or ""
     */
    String label();

    /**
     * Whether the source delivers nothing at present (TRK-2).
     *
     * @return true while muted
     */
    boolean isMuted();

    /**
     * Whether the track has a source.
     *
     * @return live or ended
     */
    MediaStreamTrackState readyState();

    /** Ends the track at once and without an event; the camera is closed with its last track (TRK-4, TRK-7). Idempotent. */
    void stop();

    /**
     * What the camera can do; equal for all tracks of a camera (AC-9).
     *
     * @return the capabilities, also after the end
     */
    MediaTrackCapabilities getCapabilities();

    /**
     * What the last successful {@link #applyConstraints}, or getUserMedia, was given (AC-6).
     *
     * @return the constraints
     */
    MediaTrackConstraints getConstraints();

    /**
     * The present target values of all properties (AC-7); after the end only deviceId, facingMode and groupId (AC-8).
     *
     * @return the settings
     */
    MediaTrackSettings getSettings();

    /**
     * Replaces the constraints and configures the camera anew, after what was asked of it before (AC-2, AC-3).
     *
     * <p>The promise fails with {@link org.mediacapture.constraint.OverconstrainedException} if a required constraint cannot
     * be met, and OperationError if the camera failed; constraints and settings are then as before (AC-4). On an ended track
     * it resolves and does nothing (AC-1).
     *
     * @param constraints the new constraints
     * @return a promise that resolves when {@link #getSettings()} tells the new values
     */
    Promise<Void> applyConstraints(MediaTrackConstraints constraints);

    /**
     * Subscribes to the live frames: the counterpart of MediaStreamTrackProcessor. The subscription ends with the track.
     *
     * @param options how frames are handed over
     * @param consumer gets each frame, one call at a time, and closes it; what it throws is logged and ends the
     *     subscription
     * @return the subscription; closing it ends it. On an ended track it is closed already
     * @see <a href="https://www.w3.org/TR/mediacapture-transform/#track-processor">MediaStreamTrackProcessor</a>
     */
    FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer);

    /**
     * Listens to events of one type. Events of a track come one at a time, in order.
     *
     * @param type what to listen to
     * @param listener what to call; what it throws is logged
     * @return the registration; closing it ends it
     */
    Registration addEventListener(TrackEvent.Type type, Consumer<TrackEvent> listener);
}
