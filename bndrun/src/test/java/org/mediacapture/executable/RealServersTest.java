// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar against nginx, GStreamer's RTSP server and a file; an independent decoder reads every photo. */
class RealServersTest {
    private static final int SHOTS = 4;

    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void photosOfAnHttpCameraAreTheFramesThatItSent() throws Exception {
        try (ServerProcess nginx = ServerProcess.start("start-nginx", directory.resolve("nginx"))) {
            List<String> script =
                    new ArrayList<>(List.of("camera:add " + nginx.url() + " name=door", "t = camera:open door"));
            for (int shot = 0; shot < SHOTS; shot++) {
                script.add("camera:photo $t door" + shot + ".jpg");
            }
            assertSuccess(String.join("; ", script));

            Stream<Path> photos =
                    Stream.iterate(0, shot -> shot + 1).limit(SHOTS).map(shot -> photo("door" + shot + ".jpg"));
            List<Path> taken = photos.toList();
            ServerProcess.run("check-jpeg", taken.toArray(Path[]::new));
            for (Path photo : taken) {
                assertThat(wasSent(photo, directory.resolve("nginx")))
                        .as("%s was sent", photo)
                        .isTrue();
            }
            assertThat(taken.stream()
                            .filter(photo -> isIn(photo, directory.resolve("nginx/whole")))
                            .findAny())
                    .as("a photo that is byte for byte a frame sent whole")
                    .isPresent();
        }
    }

    @Test
    void aLiveTrackOfAnHttpCameraGoesFromOneProviderToTheOtherAndBack() throws Exception {
        try (ServerProcess nginx = ServerProcess.start("start-nginx", directory.resolve("nginx"))) {
            String output = assertSuccess("camera:add " + nginx.url() + " name=door; camera:providers --json;"
                    + " t = camera:open door; camera:swap $t webcam; camera:photo $t a.jpg;"
                    + " camera:swap $t javacv; camera:photo $t b.jpg; camera:tracks --json");

            ServerProcess.run("check-jpeg", photo("a.jpg"), photo("b.jpg"));
            assertThat(output)
                    .contains("\"javacv\"", "\"webcam\"", "door  provider webcam", "door  provider javacv", "\"live\"");
        }
    }

    @Test
    void anRtspCameraGivesAPhoto() throws Exception {
        try (ServerProcess rtsp = ServerProcess.start("start-rtsp", directory.resolve("rtsp"))) {
            assertSuccess("camera:add " + rtsp.url() + " name=yard; camera:photo yard yard.jpg");

            ServerProcess.run("check-jpeg", photo("yard.jpg"));
        }
    }

    @Test
    void aClipGivesAPhoto() throws Exception {
        Path clip = directory.resolve("clip.mp4");
        ServerProcess.run("make-clip", clip);

        assertSuccess("camera:add file:" + clip + " name=clip; camera:photo clip clip.jpg");

        ServerProcess.run("check-jpeg", photo("clip.jpg"));
    }

    private String assertSuccess(String script) throws Exception {
        ProcessResult result = jar.commands(script);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result.out();
    }

    private Path photo(String name) {
        return jar.directory().resolve(name);
    }

    /** A whole frame, or one that was sent without its tables and got the standard ones. */
    private static boolean wasSent(Path photo, Path server) throws IOException {
        return isIn(photo, server.resolve("whole")) || isBareFrameWithTables(photo, server.resolve("bare"));
    }

    private static boolean isIn(Path photo, Path frames) {
        return framesIn(frames).stream().anyMatch(frame -> Arrays.equals(bytes(frame), bytes(photo)));
    }

    /** The tables are inserted in one piece, so that the rest is the frame. */
    private static boolean isBareFrameWithTables(Path photo, Path frames) {
        byte[] taken = bytes(photo);
        return framesIn(frames).stream().map(RealServersTest::bytes).anyMatch(frame -> {
            int same = Arrays.mismatch(frame, taken);
            int inserted = taken.length - frame.length;
            return inserted > 0
                    && same > 0
                    && Arrays.equals(frame, same, frame.length, taken, same + inserted, taken.length);
        });
    }

    private static List<Path> framesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
