// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;

/** A camera of the lab keeps the contract of providers. A subclass says which, and which provider offers it. */
@InLab
abstract class LabCameraContract extends CameraDeviceContract {
    private static final int PORT = 5;

    private final LabFramework framework;
    private final CameraLab lab;
    private final String provider;
    private final VideoNode camera;

    LabCameraContract(LabFramework framework, CameraLab lab, String provider, String driver) {
        this.framework = framework;
        this.lab = lab;
        this.provider = provider;
        camera = lab.camera(driver);
    }

    @Override
    protected CameraDevice device() {
        return framework.device(provider, camera.address());
    }

    /** The device belongs to its provider, which closes it. */
    @Override
    protected void release(CameraDevice device) {}

    @Override
    protected Map<String, Object> properties() {
        return framework.properties(provider, camera.address());
    }

    @Override
    protected Duration patience() {
        return LabFramework.PATIENCE;
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        if (!camera.driver().equals("uvcvideo")) {
            return Optional.empty(); // the only one of its kind
        }
        VideoNode another = lab.plug(PORT, "PULLED");
        return Optional.of(
                new PulledWhileStreaming(framework.device(provider, another.address()), () -> lab.unplug(PORT)));
    }
}
