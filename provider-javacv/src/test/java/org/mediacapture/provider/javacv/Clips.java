// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;

/** Makes video files for tests with the FFmpeg program that comes with the natives. */
final class Clips {
    private Clips() {}

    /** Ten frames of a test pattern, 160x120 at 20 frames per second. */
    static Path make(Path file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=20", "-frames:v", "10"));
        command.addAll(Arrays.asList(options));
        command.add(file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("ffmpeg.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return file;
    }

    /** Unlike what the provider loads, the program needs a library that is not among the natives. */
    private static String program() {
        try {
            return Loader.load(ffmpeg.class);
        } catch (UnsatisfiedLinkError missing) {
            String message = "the ffmpeg program cannot be loaded; on Debian: apt-get install libpulse0 ("
                    + missing.getMessage() + ")";
            if ("required".equals(System.getenv("MEDIACAPTURE_SERVERS"))) {
                throw new AssertionError(message, missing);
            }
            return Assumptions.abort(message);
        }
    }
}
