// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.select.Demand;
import org.mediacapture.core.select.Output;

/** A track as its source sees it. All methods return at once; events are queued. Thread-safe. */
public interface SourceTrack {
    /** What the track asks of the camera. */
    MediaTrackConstraints getConstraints();

    /** How the track sees the camera. */
    Perspective perspective();

    /** What the track gets of the camera's pictures at present. */
    Output output();

    /** Whether the track has not ended. */
    boolean isLive();

    /** Whether pictures are wanted at all (TRK-13). */
    boolean isEnabled();

    /** Whether the track's document is in view. */
    boolean isShown();

    /**
     * Refuses what may not be asked at present.
     *
     * @throws org.mediacapture.constraint.MediaException with SecurityError if the document may not move a camera now (PTZ-5)
     */
    void check(MediaTrackConstraints wanted);

    /** Where the track's frames go. */
    FrameReceiver feed();

    /** New constraints were met (AC-5). */
    void configured(MediaTrackConstraints constraints, Output output);

    /** The track gets something else of the pictures, since the camera was configured for another track (RES-6). */
    void reshaped(Output output);

    /** The source delivers nothing for a while. */
    void mute(String cause);

    /** The source delivers again. */
    void unmute(String cause);

    /** Settings or capabilities changed without the track having asked for it. */
    void configurationChanged(String cause);

    /** The source is gone for good. */
    void end(String cause);

    /**
     * What other tracks have to respect, with the output that was selected for this one. It may get less of the pictures at
     * present, and gets that back as soon as the camera can give it (RES-6, OC-2).
     */
    Demand demand();
}
