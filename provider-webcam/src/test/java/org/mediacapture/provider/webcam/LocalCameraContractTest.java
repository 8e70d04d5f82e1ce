// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;

/** A local camera keeps the contract, on natives that paint. */
class LocalCameraContractTest extends CameraDeviceContract {
    private static final LocalCamera CAMERA = new LocalCamera("/dev/null", "Test camera", "1");

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    protected CameraDevice device() {
        return CAMERA.open(new FakeGrabbers());
    }

    @Override
    protected void release(CameraDevice device) throws Exception {
        super.release(device);
        never.countDown();
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        FakeGrabbers grabbers = new FakeGrabbers();
        grabbers.opening = never;
        return Optional.of(CAMERA.open(grabbers));
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        FakeGrabbers grabbers = new FakeGrabbers();
        grabbers.picturesUntilSilent = 10;
        return Optional.of(CAMERA.open(grabbers));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        FakeGrabbers grabbers = new FakeGrabbers();
        grabbers.picturesUntilFailed = 10;
        return Optional.of(CAMERA.open(grabbers));
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("camera.address", CAMERA.address(), "camera.label", CAMERA.label(), "camera.provider", "webcam");
    }
}
