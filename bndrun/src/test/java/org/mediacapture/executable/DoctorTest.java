// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code camera:doctor} where something is really broken. */
class DoctorTest {
    private static final String LIBRARY = "libjniavutil.so";

    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void aBrokenNativeLibraryAndADeadUrlAreBothNamedInOneRun() throws Exception {
        assertThat(jar.commands("camera:add lavfi:testsrc2 name=p; camera:photo p p.jpg; camera:remove p")
                        .exitCode())
                .isZero();
        breakLibrary(jar.data().resolve("natives"));
        String url = "http://127.0.0.1:" + closedPort() + "/stream";

        ProcessResult result = jar.commands("camera:add " + url + " name=dead; camera:doctor");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines().filter(line -> line.startsWith("problem")))
                .anyMatch(line -> line.contains("codecs (org.mediacapture.codec.ffmpeg): no codecs of FFmpeg")
                        && line.contains(LIBRARY))
                .anyMatch(line -> line.contains("javacv (org.mediacapture.provider.javacv): no cameras")
                        && line.contains(LIBRARY))
                .anyMatch(line -> line.contains("dead (" + url + ") cannot be opened: "));
        assertThat(result.out())
                .contains("do: end this program, delete the folder "
                        + jar.data().resolve("natives") + ", and start again")
                .contains("camera:remove dead removes it")
                .contains("all of it has a reader: org.mediacapture.network.camera \"dead\"");
    }

    @Test
    void aBundleThatDoesNotResolveIsNamedWithWhatIsMissing() throws Exception {
        Path broken = Files.copy(jar.jar(), directory.resolve("broken.jar"));
        try (FileSystem content = FileSystems.newFileSystem(broken);
                Stream<Path> bundles = Files.list(content.getPath("bundles"))) {
            Files.delete(bundles.filter(file -> file.getFileName().toString().contains("jna-"))
                    .findFirst()
                    .orElseThrow());
        }

        ProcessResult result = jar.withJar(broken).commands("camera:doctor --json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains(
                        "org.mediacapture.provider.javacv 0.1.0.SNAPSHOT does not resolve: there is no package com.sun.jna")
                .contains("\"severity\": \"ok\"");
    }

    /** As a disk does that goes bad: size and time stay as they were. */
    private static void breakLibrary(Path natives) throws IOException {
        try (Stream<Path> files = Files.walk(natives)) {
            Path library =
                    files.filter(file -> file.endsWith(LIBRARY)).findFirst().orElseThrow();
            FileTime time = Files.getLastModifiedTime(library);
            Files.write(library, new byte[Math.toIntExact(Files.size(library))]);
            Files.setLastModifiedTime(library, time);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
