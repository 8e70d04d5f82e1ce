// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.VideoFrame;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * A track: the pictures of one camera, or the sound of one microphone, for one application. Thread-safe.
 *
 * <p>A track is live until it is stopped or its camera is gone for good. While the provider behind it is replaced it stays
 * live, is muted, and is unmuted when pictures come again; identifier, constraints and subscriptions stay. A muted track
 * delivers no frames, and the gap shows in their timestamps. A disabled track delivers black frames. When all tracks of a
 * camera are disabled, the camera is closed within 3 s, and opened again when one is enabled (TRK-13).
 *
 * <p>Sound is modelled and not carried: an audio track has settings and a life, and no samples.
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
     * The application's own switch: while it is off, pictures are black (TRK-2).
     *
     * @return true unless it was switched off
     */
    boolean isEnabled();

    /**
     * Switches the track on or off; legal in every state, also after the end (TRK-2).
     *
     * @param enabled false to deliver black frames
     */
    void setEnabled(boolean enabled);

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

    /**
     * Makes another track of the same source, with the present state, constraints, settings and {@code enabled}, and an
     * identifier, constraints and a life of its own (TRK-10, TRK-11).
     *
     * @return the new track; ended if this one is
     */
    MediaStreamTrack clone();

    /** Ends the track at once and without an event; the camera is closed with its last track (TRK-4, TRK-7). Idempotent. */
    void stop();

    /**
     * What the device can do; equal for all tracks of a camera (AC-9), but for pan, tilt and zoom, which only those tracks have
     * whose origin is granted them (PTZ-2).
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
     * be met, OperationError if the camera failed, and SecurityError for pan, tilt or zoom in a hidden document (PTZ-5);
     * constraints and settings are then as before (AC-4). On an ended track it resolves and does nothing (AC-1). Image-capture
     * properties that are no longer constrained stay as they are on the device.
     *
     * @param constraints the new constraints
     * @return a promise that resolves when {@link #getSettings()} tells the new values
     */
    Promise<Void> applyConstraints(MediaTrackConstraints constraints);

    /**
     * As {@link #applyConstraints(MediaTrackConstraints)}, with the dictionary as a map; what cannot be converted fails the
     * promise with {@link IllegalArgumentException}, which names the member by its path (IDL-1). Names of properties that only
     * the camera's provider declares are known here.
     *
     * @param constraints as {@link MediaTrackConstraints#fromMap} takes them
     * @return a promise that resolves when {@link #getSettings()} tells the new values
     */
    Promise<Void> applyConstraints(Map<String, ?> constraints);

    /**
     * Extension: reads the controls from the camera, so that {@link #getSettings()} tells what automatic modes have chosen
     * meanwhile, such as the exposure time in continuous exposure.
     *
     * <p>The promise fails with OperationError if the camera does not answer, and with InvalidStateError if the track has
     * ended.
     *
     * @return a promise of the settings as they are now
     */
    Promise<MediaTrackSettings> readSettings();

    /**
     * What became of the frames of this track.
     *
     * @return the counts of a video track; empty for audio
     * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#dom-mediastreamtrack-stats">Media Capture Extensions:
     *     stats</a>
     */
    Optional<MediaStreamTrackVideoStats> stats();

    /**
     * Subscribes to the live frames: the counterpart of MediaStreamTrackProcessor. The subscription ends with the track.
     *
     * @param options how frames are handed over
     * @param consumer gets each frame, one call at a time, and closes it; what it throws is logged and ends the
     *     subscription
     * @return the subscription; closing it ends it. On an ended track it is closed already; on an audio track it stays empty
     * @see <a href="https://www.w3.org/TR/mediacapture-transform/#track-processor">MediaStreamTrackProcessor</a>
     */
    FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer);

    /**
     * Extension: as {@link #frames(FrameOptions, Consumer)}, and tells when no more frames come because the track has ended,
     * however it ended.
     *
     * @param options how frames are handed over
     * @param consumer gets each frame, one call at a time, and closes it; what it throws is logged and ends the
     *     subscription
     * @param ended called once, as a listener of the track is, when the track ends while the subscription is open, or if it has
     *     ended already; a call of the consumer may still be under way. Never called on an audio track
     * @return the subscription; closing it ends it
     */
    FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer, Runnable ended);

    /**
     * Listens to events of one type. Events of a track come one at a time, in order.
     *
     * @param type what to listen to
     * @param listener what to call; what it throws is logged
     * @return the registration; closing it ends it
     */
    Registration addEventListener(TrackEvent.Type type, Consumer<TrackEvent> listener);
}
