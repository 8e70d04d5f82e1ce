// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures to measure with, made once by FFmpeg's command line and kept below the build's output. Each shows its number, so that
 * whoever gets one, decoded or encoded anew, can tell which it is. Immutable.
 *
 * @param content what they show
 * @param height of a picture in pixels: 480, 720 or 1080
 */
public record Footage(Content content, int height) {
    /** How many pictures there are; their numbers are 0 to this, exclusively. */
    public static final int FRAMES = 120;
    /** How fast the film says it is: so fast that nobody who plays it at its own speed ever waits. */
    public static final int FILM_RATE = 20_000;

    private static final int NARROW = 480;

    /** Width in pixels. */
    public int width() {
        return height == NARROW ? 640 : height * 16 / 9;
    }

    /** As in "noisy 720p". */
    public String name() {
        return content.name().toLowerCase(Locale.ROOT) + " " + height + "p";
    }

    /** JPEG files one behind the other. */
    public Path jpegs() throws IOException, InterruptedException {
        String pattern =
                "testsrc2=size=" + width() + "x" + height + ":rate=30" + content.filter() + BlockNumbers.filter();
        return made(
                ".mjpeg",
                "-f",
                "lavfi",
                "-i",
                pattern,
                "-frames:v",
                String.valueOf(FRAMES),
                "-q:v",
                "3",
                "-pix_fmt",
                "yuvj420p",
                "-f",
                "mjpeg");
    }

    /** The same in a container, as a film. */
    public Path film() throws IOException, InterruptedException {
        return made(
                ".mov",
                "-f",
                "mjpeg",
                "-framerate",
                String.valueOf(FILM_RATE),
                "-i",
                jpegs().toString(),
                "-c",
                "copy",
                "-video_track_timescale",
                String.valueOf(FILM_RATE),
                "-f",
                "mov");
    }

    /** The first so many of them as planes of luma and colour with full range, one behind the other. */
    public Path planes(int frames) throws IOException, InterruptedException {
        return made(
                "-" + frames + ".yuv",
                "-f",
                "mjpeg",
                "-i",
                jpegs().toString(),
                "-frames:v",
                String.valueOf(frames),
                "-pix_fmt",
                "yuvj420p",
                "-f",
                "rawvideo");
    }

    private Path made(String ending, String... arguments) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("mediacapture.footage", "target/footage"));
        Path file = folder.resolve(name().replace(' ', '-') + ending);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "unfinished", ending);
            List<String> command = new ArrayList<>(List.of(arguments));
            command.add(unfinished.toString());
            CommandLine.run(command);
            Files.move(unfinished, file);
        }
        return file;
    }
}
