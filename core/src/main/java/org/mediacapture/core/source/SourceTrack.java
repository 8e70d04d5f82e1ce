// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.frame.FrameReceiver;

/** A track as its source sees it. All methods return at once; events are queued. Thread-safe. */
public interface SourceTrack {
    /** What the track asks of the camera. */
    MediaTrackConstraints getConstraints();

    /** deviceId, groupId and facingMode as the track's origin sees them. */
    MediaTrackSettings inherent();

    /** Where the track's frames go. */
    FrameReceiver feed();

    /** New constraints were met (AC-5). */
    void constrained(MediaTrackConstraints constraints);

    /** The source delivers nothing for a while. */
    void mute(String cause);

    /** The source delivers again. */
    void unmute(String cause);

    /** Settings or capabilities changed without the track having asked for it. */
    void configurationChanged(String cause);

    /** The source is gone for good. */
    void end(String cause);
}
