// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/**
 * A camera that is pulled out when it has delivered a few frames. Thread-safe.
 *
 * @param camera the camera itself
 * @param pull pulls it out; waits until it is gone
 */
record PulledWhileStreaming(CameraDevice camera, Runnable pull) implements CameraDevice {
    private static final int FEW = 5;

    @Override
    public List<VideoMode> modes() {
        return camera.modes();
    }

    @Override
    public MediaTrackCapabilities controls() {
        return camera.controls();
    }

    @Override
    public Optional<String> group() {
        return camera.group();
    }

    @Override
    public boolean exclusive() {
        return camera.exclusive();
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        // On a thread of its own, as a hand is: the capture thread has to notice it.
        return camera.open(new CountingSink(sink, FEW, () -> new Thread(pull, "pull").start()));
    }
}
