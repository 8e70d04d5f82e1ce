// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;

class DataDirectoryCheckTest {
    @TempDir
    Path data;

    private List<Finding> findings(Path configurations, long free) throws IOException {
        return new DataDirectoryCheck(
                        Optional.of(data), Optional.of(configurations), folder -> free, data.resolve("proc"))
                .findings();
    }

    @Test
    void embeddedThereIsNone() throws IOException {
        assertThat(new DataDirectoryCheck(Optional.empty(), Optional.empty(), folder -> 0, data).findings())
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.OK);
    }

    @Test
    void roomAndOwnershipAreTold() throws IOException {
        assertThat(findings(data.resolve("config"), 12_340_000_000L))
                .containsExactly(
                        Finding.ok(data + " has 12.3 GB free"),
                        Finding.ok("this process owns the configurations: what camera:add adds lasts"));
    }

    @Test
    void aFullDiskIsAProblem() throws IOException {
        assertThat(findings(data.resolve("config"), 99_000_000L).get(0).severity())
                .isEqualTo(Severity.PROBLEM);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCopyIsANoteThatNamesTheProcessWithTheLock() throws IOException {
        Path lock = Files.createFile(data.resolve("config.lock"));
        Path processes = Files.createDirectories(data.resolve("proc/4711"));
        Files.writeString(processes.resolve("comm"), "java\n");
        Files.writeString(
                processes.resolveSibling("locks"),
                "1: POSIX  ADVISORY  WRITE 99 fe:00:1 0 0\n2: POSIX  ADVISORY  WRITE 4711 fe:00:"
                        + Files.getAttribute(lock, "unix:ino") + " 0 0\n");

        assertThat(findings(data.resolve("run/1/config"), 12_340_000_000L))
                .contains(Finding.note(
                        "java (process 4711) owns the configurations: this process works on a copy, and what it"
                                + " changes does not last",
                        "end that process and start this one again, or choose another directory with --data DIR"));
    }

    @Test
    void aCopyWhoseOwnerIsNotToldIsANoteToo() throws IOException {
        assertThat(findings(data.resolve("run/1/config"), 12_340_000_000L)
                        .get(1)
                        .text())
                .startsWith("another process owns the configurations");
    }
}
