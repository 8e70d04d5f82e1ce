// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.util.function.Consumer;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.Registration;

/** Looks at the cameras whenever they changed, and tells what has happened. Thread-safe. */
final class CameraLookout {
    private final CameraAdmin admin;
    private final Consumer<News> listener;
    private Sight last; // guarded by this

    /**
     * Looks for the first time.
     *
     * @param listener told of each thing in order; returns at once
     */
    CameraLookout(CameraAdmin admin, Consumer<News> listener) {
        this.admin = admin;
        this.listener = listener;
        this.last = Sight.of(admin);
    }

    /** Begins to listen, and looks whether anything happened meanwhile. */
    Registration begin() {
        Registration registration = admin.addCameraListener(this::look);
        look();
        return registration;
    }

    private synchronized void look() {
        Sight now = last.next(admin);
        now.since(last).forEach(listener);
        last = now;
    }
}
