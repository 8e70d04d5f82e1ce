// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.Map;
import java.util.Optional;
import org.mediacapture.fixtures.StreamServers;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;

/** A camera that sends a stream keeps the contract, also when it is silent, unplugged, or does not answer. */
class PushCameraContractTest extends CameraDeviceContract {
    private final StreamServers servers = new StreamServers();

    @Override
    protected CameraDevice device() {
        return device(servers.streaming());
    }

    @Override
    protected boolean modesKnownBeforeOpening() {
        return false;
    }

    @Override
    protected void release(CameraDevice device) throws Exception {
        super.release(device);
        servers.close();
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        return Optional.of(device(servers.deaf()));
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        return Optional.of(device(servers.stalling()));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        return Optional.of(device(servers.breaking()));
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("camera.address", servers.streaming(), "camera.label", "Door", "camera.provider", "webcam");
    }

    private static CameraDevice device(String url) {
        return NetworkCamera.device(Plans.of(url));
    }
}
