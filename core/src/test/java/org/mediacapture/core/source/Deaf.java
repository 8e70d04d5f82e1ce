// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/** Whom nothing that a session reports concerns. */
final class Deaf implements SessionListener {
    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        release.run();
    }

    @Override
    public void modeChanged(GuardedSession session, VideoMode mode) {}

    @Override
    public void controlsChanged(GuardedSession session, MediaTrackSettings settings) {}

    @Override
    public void muted(GuardedSession session) {}

    @Override
    public void ended(GuardedSession session, EndCause cause, String message) {}
}
