// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractiveShellTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void exitEndsIt() throws Exception {
        try (RunningJar shell = jar.start()) {
            shell.awaitOutput("g! ");
            shell.type("echo hello");
            shell.awaitOutput("g! hello");
            shell.type("exit");

            ProcessResult result = shell.awaitEnd();

            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).endsWith("g! hello\ng! ");
            assertThat(result.err()).isEmpty();
        }
    }

    @Test
    void exitMayGiveACode() throws Exception {
        try (RunningJar shell = jar.start()) {
            shell.type("exit 3");

            assertThat(shell.awaitEnd().exitCode()).isEqualTo(3);
        }
    }

    @Test
    void theEndOfTheInputEndsIt() throws Exception {
        try (RunningJar shell = jar.start()) {
            shell.type("echo hello");
            shell.endInput();

            ProcessResult result = shell.awaitEnd();

            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("g! hello\n");
        }
    }

    @Test
    void aSignalEndsItInOrder() throws Exception {
        try (RunningJar shell = jar.start()) {
            shell.awaitOutput("g! ");
            shell.interrupt();
            shell.awaitEnd();

            assertThat(jar.data().resolve("run/0")).doesNotExist();
        }
    }

    @Test
    void aStrayProfileInTheWorkingDirectoryIsNotRun() throws Exception {
        Files.createDirectories(jar.directory().resolve("etc"));
        Files.writeString(jar.directory().resolve("etc/gosh_profile"), "echo stray");
        try (RunningJar shell = jar.start()) {
            shell.awaitOutput("g! ");

            assertThat(shell.out())
                    .doesNotContain("stray")
                    .contains("mediacapture")
                    .contains("exit");
        }
    }
}
