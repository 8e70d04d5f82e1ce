// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.Map;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;
import org.mediacapture.testkit.RawServer;

/** A camera that answers each request with one picture keeps the contract. */
class PullCameraContractTest extends CameraDeviceContract {
    private final RawServer server = new RawServer((request, out) -> {
        out.write(RawServer.head("image/jpeg"));
        out.write(Jpegs.whole(1));
    });

    @Override
    protected CameraDevice device() {
        return NetworkCamera.device(Plans.of(server.url("/photo.jpg")), 25);
    }

    @Override
    protected boolean modesKnownBeforeOpening() {
        return false;
    }

    @Override
    protected void release(CameraDevice device) throws Exception {
        super.release(device);
        server.close();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("camera.address", server.url("/photo.jpg"), "camera.label", "Door", "camera.provider", "webcam");
    }
}
