// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/** What a guarded session reports: frames on its capture thread, everything else on the strand and only while it is open. */
interface SessionListener {
    /** Whether a session whose frames wait for their turn has it with this frame; on its capture thread. */
    default boolean takesOver(long timestamp) {
        return false;
    }

    void frame(FrameData data, long sequence, long timestamp, Runnable release);

    void modeChanged(GuardedSession session, VideoMode mode);

    void controlsChanged(GuardedSession session, MediaTrackSettings settings);

    void muted(GuardedSession session);

    void ended(GuardedSession session, EndCause cause, String message);
}
