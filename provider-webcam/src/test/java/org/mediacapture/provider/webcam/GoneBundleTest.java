// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.testkit.RawServer;

/** A capture that ends later than its bundle finds all classes that it needs. */
class GoneBundleTest {
    private final BundleLoader bundle = new BundleLoader();
    private final PictureSink sink = new PictureSink();

    @Test
    void aMultipartStreamEndsWithoutItsBundle() throws Exception {
        byte[] body = Streams.multipart(List.of(Jpegs.whole(1), Jpegs.whole(2)));
        try (RawServer server = RawServer.sending(Streams.TYPE, body)) {
            assertEndsWithoutItsBundle(server.url("/stream"));
        }
    }

    @Test
    void imagesEndWithoutTheirBundle() throws Exception {
        byte[] image = Jpegs.whole(1);
        try (RawServer server = new RawServer((request, out) -> {
            out.write(RawServer.head("image/jpeg"));
            out.write(image);
        })) {
            assertEndsWithoutItsBundle(server.url("/image"));
        }
    }

    private void assertEndsWithoutItsBundle(String url) throws Exception {
        CameraSession session = bundle.device(Plans.of(url)).open(sink);
        session.start(session.modes().get(0));
        sink.awaitFrames(2);
        bundle.go();

        session.close();
        HttpCameraTest.awaitNoThread();

        assertThat(bundle.missed).isEmpty();
    }
}
