// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import org.mediacapture.fixtures.StreamServers;
import org.mediacapture.provider.CameraDevice;

/** A camera in the network keeps the contract, also when it is silent, unplugged, or does not answer. */
class HttpCameraContractTest extends JavacvContract {
    private final StreamServers servers = new StreamServers();

    @Override
    String url() {
        return servers.streaming();
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
}
