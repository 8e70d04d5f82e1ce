// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;
import org.mediacapture.testkit.RawServer;

/** A camera that sends a stream keeps the contract, also when it is silent, unplugged, or does not answer. */
class PushCameraContractTest extends CameraDeviceContract {
    private static final int FEW = 5;

    private final CountDownLatch end = new CountDownLatch(1);
    private final RawServer server = new RawServer((request, out) -> Streams.send(out, Integer.MAX_VALUE, end));
    private final RawServer breaking = new RawServer((request, out) -> Streams.send(out, FEW, end));
    private final RawServer deaf = new RawServer((request, out) -> end.await());
    private final RawServer stalling = new RawServer((request, out) -> {
        Streams.send(out, FEW, end);
        end.await();
    });

    @Override
    protected CameraDevice device() {
        return device(server);
    }

    @Override
    protected boolean modesKnownBeforeOpening() {
        return false;
    }

    @Override
    protected void release(CameraDevice device) throws Exception {
        super.release(device);
        end.countDown();
        for (RawServer each : List.of(server, breaking, deaf, stalling)) {
            each.close();
        }
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        return Optional.of(device(deaf));
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        return Optional.of(device(stalling));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        return Optional.of(device(breaking));
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("camera.address", server.url("/stream"), "camera.label", "Door", "camera.provider", "webcam");
    }

    private static CameraDevice device(RawServer server) {
        return NetworkCamera.device(Plans.of(server.url("/stream")));
    }
}
