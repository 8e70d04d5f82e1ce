// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A fake camera that is part of a physical device, that hides its modes until it is open, or that breaks the contract. */
public final class WrappedDevice implements CameraDevice {
    /** The strict camera inside. */
    public final FakeDevice fake = new FakeDevice();

    /** The physical device that it is part of. */
    public Optional<String> group = Optional.empty();

    /** Tells no modes and controls before it is open, as network cameras do. */
    public boolean unknown;

    /** Throws when it is asked about itself. */
    public boolean broken;

    @Override
    public List<VideoMode> modes() {
        tell();
        return unknown ? List.of() : fake.modes();
    }

    @Override
    public MediaTrackCapabilities controls() {
        tell();
        return unknown ? MediaTrackCapabilities.empty() : fake.controls();
    }

    @Override
    public Optional<String> group() {
        tell();
        return group;
    }

    @Override
    public boolean exclusive() {
        return fake.exclusive();
    }

    @Override
    public CameraSession open(FrameSink sink) throws CameraException {
        return fake.open(sink);
    }

    private void tell() {
        if (broken) {
            throw new IllegalStateException("fake: broken");
        }
    }
}
