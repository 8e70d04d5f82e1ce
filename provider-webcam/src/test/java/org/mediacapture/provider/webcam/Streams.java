// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mediacapture.testkit.RawServer;

/** Streams of JPEGs for tests. */
final class Streams {
    static final String TYPE = "multipart/x-mixed-replace; boundary=frame";

    private Streams() {}

    /** The body of a stream. */
    static byte[] multipart(List<byte[]> pictures) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] picture : pictures) {
            body.writeBytes(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(picture);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return body.toByteArray();
    }

    /** Sends pictures, 50 in a second, until there were so many or the latch opens. */
    static void send(OutputStream out, int count, CountDownLatch end) throws IOException, InterruptedException {
        out.write(RawServer.head(TYPE));
        for (int number = 0; number < count; number++) {
            out.write(multipart(List.of(Jpegs.whole(number))));
            out.flush();
            if (end.await(20, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
