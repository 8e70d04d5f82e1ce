// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.RawServer;

/** A camera in the network keeps the contract, also when it is silent, unplugged, or does not answer. */
class HttpCameraContractTest extends JavacvContract {
    private static final int FEW = 5;

    private final CountDownLatch never = new CountDownLatch(1);
    private final RawServer server = new RawServer((request, out) -> stream(out, Integer.MAX_VALUE));
    private final RawServer breaking = new RawServer((request, out) -> stream(out, FEW));
    private final RawServer deaf = new RawServer((request, out) -> never.await());
    private final RawServer stalling = new RawServer((request, out) -> {
        stream(out, FEW);
        never.await();
    });

    @Override
    String url() {
        return server.url("/stream");
    }

    @Override
    protected void release(CameraDevice device) throws Exception {
        super.release(device);
        for (RawServer each : List.of(server, breaking, deaf, stalling)) {
            each.close();
        }
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        return Optional.of(device(deaf.url("/stream")));
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        return Optional.of(device(stalling.url("/stream")));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        return Optional.of(device(breaking.url("/stream")));
    }

    /** Sends pictures, 50 in a second. */
    private void stream(OutputStream out, int count) throws IOException, InterruptedException {
        out.write(RawServer.head("multipart/x-mixed-replace; boundary=frame"));
        for (int number = 0; number < count; number++) {
            byte[] picture = Jpegs.whole(number);
            String head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(picture);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (never.await(20, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
