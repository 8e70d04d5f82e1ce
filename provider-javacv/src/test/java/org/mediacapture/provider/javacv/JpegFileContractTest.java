// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A film of JPEGs keeps the contract; its packets are lent as they are. */
class JpegFileContractTest extends JavacvContract {
    private static String url;

    @BeforeAll
    static void make(@TempDir Path directory) throws Exception {
        url = Clips.make(directory.resolve("a.avi"), "-c:v", "mjpeg", "-pix_fmt", "yuvj420p")
                .toUri()
                .toString();
    }

    @Override
    String url() {
        return url;
    }
}
