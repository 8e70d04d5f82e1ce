// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

class CameraServerTest {
    private static final int SIZE = "--picture\r\nContent-Type: image/jpeg\r\nContent-Length: 13\r\n\r\n".length() + 15;
    private static final int HEAD = SIZE - 15;

    private CameraServer server;

    @BeforeEach
    void start() throws Exception {
        server = CameraServer.start(List.of(picture(10), picture(11), picture(12)), TimeUnit.MILLISECONDS.toNanos(1));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void everyReaderGetsThePicturesFromTheFirstOnAndTheyTellWhichTheyAre() throws Exception {
        for (int reader = 0; reader < 2; reader++) {
            try (InputStream stream = URI.create(server.url()).toURL().openStream()) {
                for (int index = 0; index < 5; index++) {
                    byte[] part = stream.readNBytes(SIZE);

                    assertThat(new String(part, 0, HEAD, StandardCharsets.US_ASCII))
                            .endsWith("Content-Length: 13\r\n\r\n");
                    assertThat(CameraServer.index(ByteBuffer.wrap(part, HEAD, 13)))
                            .isEqualTo(index);
                    assertThat(part[HEAD + 10]).isEqualTo((byte) (10 + index % 3));
                    assertThat(server.sentAt(index)).isLessThanOrEqualTo(System.nanoTime());
                }
            }
        }
    }

    @Test
    void aNumberIsTakenForTheNextPictureThatShowsIt() {
        Arrivals arrivals = new Arrivals(server);

        arrivals.arrivedShowing(1);
        arrivals.arrivedShowing(2);
        arrivals.arrivedShowing(1); // the number 0 was missed

        assertThat(arrivals.missing(0, 3)).isEqualTo(1);
        assertThat(arrivals.ages(0, 3)).hasSize(3);
    }

    @Test
    void aPictureThatIsNotTheOneItSaysIsRefused() {
        Arrivals arrivals = new Arrivals(server);
        arrivals.arrived(4, 1);

        assertThatThrownBy(() -> arrivals.arrived(5, 1)).hasMessage("picture 5 shows the number 1");
        assertThatThrownBy(() -> arrivals.arrived(3)).hasMessage("picture 3 came after picture 4");
    }

    @Test
    void whoWaitsIsToldOfAReaderThatFailed() {
        Arrivals arrivals = new Arrivals(server);
        arrivals.failed(new IllegalStateException("gone"));

        assertThatThrownBy(() -> arrivals.await(1))
                .hasMessage("the camera could not be read")
                .hasRootCauseMessage("gone");
    }

    private static FrameData picture(int content) {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) content, (byte) 0xff, (byte) 0xd9};
        Plane plane = Plane.compressed(
                ByteBuffer.allocateDirect(jpeg.length).put(jpeg).flip());
        return FrameData.of(PixelFormat.MJPEG, List.of(plane), 1, 1, ColorSpace.JPEG);
    }
}
