// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Brings an open session to a mode and to control values, and back when it fails half-way (AC-4). Confined to the strand. */
final class StreamControl {
    private final Deadlines deadlines;

    StreamControl(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * Sets mode and controls.
     *
     * @param session the open session
     * @param before what it is set to
     * @param selection what it shall be set to; controls that are not named stay
     * @return a promise of the values that all controls then have
     */
    Promise<MediaTrackSettings> apply(GuardedSession session, SourceView before, Selection selection) {
        boolean modeChanges = !before.mode().equals(Optional.of(selection.mode()));
        MediaTrackSettings changes = selection.controls(); // all of them: what was read may be out of date
        if (!modeChanges && changes.properties().isEmpty()) {
            return ProviderCall.INLINE.resolved(before.values());
        }
        Duration limit = modeChanges ? deadlines.open() : deadlines.control();
        return session.call(modeChanges ? "start" : "apply", limit, camera -> {
            if (modeChanges) {
                restart(camera, before.mode(), selection.mode());
            }
            return control(camera, before, changes, modeChanges);
        });
    }

    /** Restarts the stream in another mode. */
    Promise<Void> restart(GuardedSession session, VideoMode from, VideoMode to) {
        return session.call("start", deadlines.open(), camera -> {
            restart(camera, Optional.of(from), to);
            return null;
        });
    }

    private static void restart(CameraSession camera, Optional<VideoMode> before, VideoMode mode)
            throws CameraException {
        if (before.isPresent()) {
            camera.stop();
        }
        try {
            camera.start(mode);
        } catch (CameraException failure) {
            if (before.isPresent()) {
                camera.start(before.get());
            }
            throw failure;
        }
    }

    private static MediaTrackSettings control(
            CameraSession camera, SourceView before, MediaTrackSettings changes, boolean modeChanged)
            throws CameraException {
        if (changes.properties().isEmpty()) {
            return before.values();
        }
        try {
            return before.values().with(camera.apply(changes));
        } catch (CameraException failure) {
            undo(camera, before, changes, modeChanged, failure);
            throw failure;
        }
    }

    /** Half of the controls may have been set when one failed: each goes back by itself, so that one stuck stops no other. */
    private static void undo(
            CameraSession camera,
            SourceView before,
            MediaTrackSettings changes,
            boolean modeChanged,
            CameraException failure)
            throws CameraException {
        for (ConstrainableProperty<?> property : changes.properties()) {
            Optional<?> value = before.values().get(property);
            try {
                if (value.isPresent()) {
                    camera.apply(MediaTrackSettings.builder()
                            .convert(property, value.get())
                            .build());
                }
            } catch (CameraException stuck) {
                if (stuck != failure) { // a provider may throw the same one again
                    failure.addSuppressed(stuck);
                }
            }
        }
        if (modeChanged && before.mode().isPresent()) {
            camera.stop();
            camera.start(before.mode().get());
        }
    }
}
