// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A film of half a second keeps the contract, over its end and beginning; its pictures are decoded. */
class FileCameraContractTest extends JavacvContract {
    private static String url;

    @BeforeAll
    static void make(@TempDir Path directory) throws Exception {
        url = Clips.make(directory.resolve("a.mp4"), "-c:v", "mpeg4").toUri().toString();
    }

    @Override
    String url() {
        return url;
    }
}
