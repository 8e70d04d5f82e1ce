// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.BundleLoader;
import org.mediacapture.fixtures.HttpCameraContract;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.fixtures.MultipartStream;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.testkit.RawServer;
import org.mediacapture.testkit.RecordingSink;

/** A capture that ends later than its bundle finds all classes that it needs. */
class GoneBundleTest {
    private final BundleLoader bundle = new BundleLoader(NetworkCamera.class);
    private final RecordingSink sink = RecordingSink.releasing(Duration.ofSeconds(30));

    @Test
    void aMultipartStreamEndsWithoutItsBundle() throws Exception {
        try (RawServer server = MultipartStream.serving(List.of(Jpegs.whole(1), Jpegs.whole(2)))) {
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
        CameraSession session =
                bundle.device("NetworkCamera", "device", Plans.of(url)).open(sink);
        session.start(session.modes().get(0));
        assertThat(sink.awaitFrames(2)).isTrue();
        bundle.go();

        session.close();
        HttpCameraContract.awaitNoCapture();

        assertThat(bundle.missed()).isEmpty();
    }
}
