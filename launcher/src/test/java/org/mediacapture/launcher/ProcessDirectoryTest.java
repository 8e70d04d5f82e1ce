// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void itIsDeletedWhenItIsClosed() throws IOException {
        try (ProcessDirectory own = ProcessDirectory.open(parent)) {
            Files.createDirectories(own.resolve("a/b"));
            Files.writeString(own.resolve("a/b/file"), "x");
            assertThat(parent.resolve("0/a/b/file")).exists();
        }

        assertThat(parent.resolve("0")).doesNotExist();
    }

    @Test
    void twoAtOnceDoNotMeet() throws IOException {
        try (ProcessDirectory first = ProcessDirectory.open(parent)) {
            Files.writeString(first.resolve("file"), "first");
            try (ProcessDirectory second = ProcessDirectory.open(parent)) {
                assertThat(second.resolve("file")).doesNotExist();
            }
            assertThat(first.resolve("file")).hasContent("first");
        }
    }

    @Test
    void leftoversOfKilledProcessesAreDeletedAtTheNextStart() throws IOException {
        Files.createDirectories(parent.resolve("0/framework"));
        Files.writeString(parent.resolve("0/framework/file"), "x");
        Files.createDirectories(parent.resolve("7/natives"));
        Files.writeString(parent.resolve("7/natives/file"), "x");

        try (ProcessDirectory own = ProcessDirectory.open(parent)) {
            assertThat(own.resolve("framework")).doesNotExist();
            assertThat(parent.resolve("7")).doesNotExist();
        }
    }

    @Test
    void whatIsNoProcessDirectoryIsLeftAlone() throws IOException {
        Files.writeString(parent.resolve("notes"), "mine");

        ProcessDirectory.open(parent).close();

        assertThat(parent.resolve("notes")).hasContent("mine");
    }
}
