// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final String WARNING = "will not last";

    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void aSecondProcessAtOnceWorksAndSaysThatItsChangesWillNotLast() throws Exception {
        try (RunningJar first = jar.start()) {
            awaitReady(first);

            ProcessResult second = jar.commands("echo hello");

            assertThat(second.exitCode()).isZero();
            assertThat(second.out()).isEqualTo("hello\n");
            assertThat(second.err()).contains(WARNING).hasLineCount(1);

            first.type("exit");
            assertThat(first.awaitEnd().err()).isEmpty();
        }
        assertThat(jar.commands("echo hello").err()).isEmpty();
    }

    @Test
    void aProcessThatIsKilledLeavesNothingForLong() throws Exception {
        try (RunningJar killed = jar.start()) {
            awaitReady(killed);
            killed.kill();
            killed.awaitEnd();
        }
        assertThat(jar.data().resolve("run/0")).isDirectory();

        ProcessResult next = jar.commands("echo hello");

        assertThat(next.out()).isEqualTo("hello\n");
        assertThat(next.err()).isEmpty();
        assertThat(jar.data().resolve("run/0")).doesNotExist();
    }

    @Test
    void afterTheOwnerWasKilledTheNextOwnsItsCameras() throws Exception {
        try (RunningJar killed = jar.start()) {
            killed.type("camera:add lavfi:testsrc2=size=320x240:rate=25 name=first");
            killed.type("camera:add lavfi:testsrc=size=320x240:rate=25 name=second");
            killed.type("t = camera:open first");
            awaitReady(killed);
            killed.kill();
            killed.awaitEnd();
        }

        ProcessResult next = jar.commands("camera:devices; camera:add lavfi:smptebars=size=320x240 name=third");

        assertThat(next.err()).isEmpty();
        assertThat(next.out()).contains("first", "second");
        assertThat(jar.commands("camera:devices").out()).contains("first", "second", "third");
    }

    @Test
    void aSecondProcessSeesTheCamerasOfTheFirstAndItsOwnEndWithIt() throws Exception {
        try (RunningJar first = jar.start()) {
            first.type("camera:add lavfi:testsrc2=size=320x240:rate=25 name=kept");
            awaitReady(first);

            ProcessResult second = jar.commands("camera:add lavfi:smptebars=size=320x240 name=lost; camera:devices");

            assertThat(second.err()).contains(WARNING);
            assertThat(second.out()).contains("kept", "lost");
        }
        assertThat(jar.commands("camera:devices").out()).contains("kept").doesNotContain("lost");
    }

    @Test
    void aHalfWrittenConfigurationStopsNothing() throws Exception {
        jar.commands("camera:add lavfi:testsrc2=size=320x240:rate=25 name=whole");
        jar.commands("camera:add lavfi:testsrc=size=320x240:rate=25 name=torn");
        Path torn = configuration("torn");
        String text = Files.readString(torn);
        Files.writeString(torn, text.substring(0, text.indexOf("torn") + 2));

        ProcessResult next = jar.commands("camera:devices");

        assertThat(next.exitCode()).isZero();
        assertThat(next.out()).contains("whole").doesNotContain("torn");
        assertThat(jar.commands("camera:add lavfi:smptebars=size=320x240 name=more; camera:devices")
                        .out())
                .contains("whole", "more");
    }

    @Test
    void bundlesAreUnpackedOnceAndMendedWhenDamaged() throws Exception {
        jar.commands("echo hello");
        Path bundle = bundles().get(0);
        Files.writeString(bundle, "damaged");

        ProcessResult result = jar.commands("echo hello");

        assertThat(result.out()).isEqualTo("hello\n");
        assertThat(Files.size(bundle)).isGreaterThan("damaged".length());
        Object file = Files.readAttributes(bundle, "*").get("fileKey");
        jar.commands("echo hello");
        assertThat(Files.readAttributes(bundle, "*").get("fileKey")).isEqualTo(file);
    }

    @Test
    void nativesAreUnpackedOnceForAllStarts() throws Exception {
        assertThat(jar.commands("camera:photo mock first.jpg").exitCode()).isZero();
        Map<Path, Object> unpacked = natives();
        assertThat(unpacked.keySet()).anyMatch(file -> file.toString().contains("avcodec"));

        assertThat(jar.commands("camera:photo mock second.jpg").exitCode()).isZero();

        assertThat(natives()).as("the same files, not only equal ones").isEqualTo(unpacked);
    }

    /** The libraries that processes share, each with what the file system knows it by. */
    private Map<Path, Object> natives() throws IOException {
        Map<Path, Object> keys = new HashMap<>();
        try (Stream<Path> files = Files.walk(jar.data().resolve("natives"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                keys.put(
                        file,
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey());
            }
        }
        return keys;
    }

    private static void awaitReady(RunningJar running) throws IOException {
        running.type("echo ready");
        running.awaitOutput("ready\n");
    }

    private Path configuration(String name) throws IOException {
        try (Stream<Path> files = Files.walk(jar.data().resolve("config"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(jar.data().resolve("bundles"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
