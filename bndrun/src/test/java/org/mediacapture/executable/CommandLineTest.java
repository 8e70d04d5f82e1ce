// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void helpTellsFilesAndExitCodesAndMakesNothing() throws Exception {
        ProcessResult help = jar.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("-c", "--data", "--version")
                .contains(jar.data().toString())
                .contains(jar.data().resolve("logs/mediacapture.0.log").toString())
                .contains("Exit codes");
        assertThat(help.err()).isEmpty();
        assertThat(jar.data()).doesNotExist();
    }

    @Test
    void versionIsOneLine() throws Exception {
        ProcessResult version = jar.run("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).matches("mediacapture \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void anUnknownOptionIsAUsageError() throws Exception {
        ProcessResult result = jar.run("--bogus");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--bogus").contains("--help").hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsAUsageErrorThatTellsOfCommands() throws Exception {
        ProcessResult result = jar.run("camera:photo");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("camera:photo", "-c").hasLineCount(1);
        assertThat(jar.data()).doesNotExist();
    }

    @Test
    void commandsPrintWhatTheyPrintAndLeaveNothingOutsideTheDataDirectory() throws Exception {
        ProcessResult result = jar.commands("echo hello");

        assertThat(result.out()).isEqualTo("hello\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(jar.directory()).isEmptyDirectory();
        assertThat(jar.data().resolve("logs/mediacapture.0.log")).isNotEmptyFile();
    }

    @Test
    void aCommandThatFailsIsToldOnStandardErrorAndEndsTheScript() throws Exception {
        ProcessResult result = jar.commands("echo before; nosuchcommand; echo after");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("before\n");
        assertThat(result.err()).contains("nosuchcommand").hasLineCount(1);
    }

    @Test
    void exitInAScriptChoosesTheExitCode() throws Exception {
        ProcessResult result = jar.commands("echo before; exit 7; echo after");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.out()).isEqualTo("before\n");
    }

    @Test
    void theOptionForTheDataDirectoryWinsOverTheVariable() throws Exception {
        Path other = directory.resolve("other data");

        ProcessResult result = jar.run("--data", other.toString(), "-c", "echo hello");

        assertThat(result.out()).isEqualTo("hello\n");
        assertThat(other.resolve("logs")).isDirectory();
        assertThat(jar.data()).doesNotExist();
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        ProcessResult result = jar.run("--data", file.resolve("data").toString(), "-c", "echo hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(file.resolve("data").toString())
                .contains("--data")
                .hasLineCount(1);
    }
}
