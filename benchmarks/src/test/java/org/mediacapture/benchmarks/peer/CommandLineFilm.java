// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediacapture.benchmarks.footage.CommandLine;

/** FFmpeg's own program decoding a film into nothing, with one thread to decode. Stateless. */
public final class CommandLineFilm {
    private static final Pattern TIMES = Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s");
    private static final double MICROSECONDS_PER_SECOND = 1e6;
    private static final int FEW = 10;

    private CommandLineFilm() {}

    /** Microseconds of CPU time for a frame; start and end of the program are subtracted. */
    public static double microseconds(Path film, int frames) throws IOException, InterruptedException {
        return (seconds(film, frames) - seconds(film, FEW)) / (frames - FEW) * MICROSECONDS_PER_SECOND;
    }

    private static double seconds(Path film, int frames) throws IOException, InterruptedException {
        String printed = CommandLine.run(List.of(
                "-benchmark",
                "-threads",
                "1",
                "-i",
                film.toString(),
                "-frames:v",
                String.valueOf(frames),
                "-f",
                "null",
                "-"));
        Matcher times = TIMES.matcher(printed);
        if (!times.find()) {
            throw new IOException("FFmpeg told no times: " + printed);
        }
        return Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
    }
}
