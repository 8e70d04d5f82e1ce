// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.footage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's own program, of the very build whose libraries the codecs use. Thread-safe. */
public final class CommandLine {
    private CommandLine() {}

    /**
     * Runs it to its end.
     *
     * @return what it printed
     * @throws IOException if it fails
     */
    public static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-hide_banner", "-nostdin", "-y"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + printed);
        }
        return printed;
    }
}
