// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands from a file and from standard input, without a terminal: no prompt, and the first failure ends it. */
class ScriptedUseTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void standardInputIsRunLineByLineWithoutPrompt() throws Exception {
        try (RunningJar script = jar.start()) {
            script.type("# the tour");
            script.type("echo hello");
            script.awaitOutput("hello\n");
            script.type("t = camera:open mock");
            script.type("echo 'two");
            script.type("lines'; camera:close $t");
            script.endInput();

            ProcessResult result = script.awaitEnd();

            assertThat(result.err()).isEmpty();
            assertThat(result.out()).isEqualTo("hello\ntwo\nlines\nt1  closed\n");
            assertThat(result.exitCode()).isZero();
        }
        assertThat(jar.data().resolve("history")).doesNotExist();
    }

    @Test
    void theFirstFailureOfStandardInputEndsItWithItsLine() throws Exception {
        try (RunningJar script = jar.start()) {
            script.type("echo before");
            script.type("camera:photo nosuch x.jpg");
            script.type("echo after");

            ProcessResult result = script.awaitEnd();

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).isEqualTo("before\n");
            assertThat(result.err())
                    .startsWith("mediacapture: stdin:2: NotFoundError")
                    .hasLineCount(1);
        }
    }

    @Test
    void exitEndsStandardInputWithItsCode() throws Exception {
        try (RunningJar script = jar.start()) {
            script.type("exit 3");

            assertThat(script.awaitEnd().exitCode()).isEqualTo(3);
        }
    }

    @Test
    void aSignalEndsItInOrder() throws Exception {
        try (RunningJar script = jar.start()) {
            script.type("echo hello");
            script.awaitOutput("hello");
            script.interrupt();
            script.awaitEnd();

            assertThat(jar.data().resolve("run/0")).doesNotExist();
        }
    }

    @Test
    void aFileOfCommandsIsRun() throws Exception {
        Path file = Files.writeString(jar.directory().resolve("tour.txt"), """
                # a photo of the mock camera
                t = camera:open mock
                sleep 0.1; camera:photo $t photo.jpg

                camera:close $t
                """);

        ProcessResult result = jar.run(file.getFileName().toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("photo.jpg  .*\\Rt1  closed\\R");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void theFirstFailureOfAFileIsToldWithFileAndLine() throws Exception {
        Files.writeString(jar.directory().resolve("tour.txt"), "echo before\n\ncamera:close t7\necho after\n");

        ProcessResult result = jar.run("tour.txt");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("before\n");
        assertThat(result.err()).startsWith("mediacapture: tour.txt:3: ").hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeReadRunsNotAtAll() throws Exception {
        Files.writeString(jar.directory().resolve("tour.txt"), "echo before\necho 'open\n");

        ProcessResult result = jar.run("tour.txt");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("mediacapture: tour.txt:2: cannot read")
                .hasLineCount(1);
    }
}
