// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;

@EnabledOnOs(OS.LINUX)
class DevicesCheckTest {
    @TempDir
    Path system;

    private void device(int number, String name, int index) throws IOException {
        Path folder = Files.createDirectories(system.resolve("sys/class/video4linux/video" + number));
        Files.writeString(folder.resolve("name"), name + "\n");
        Files.writeString(folder.resolve("index"), index + "\n");
    }

    private Path node(int number) throws IOException {
        return Files.createFile(Files.createDirectories(system.resolve("dev")).resolve("video" + number));
    }

    private void process(long number, String name, Path open) throws IOException {
        Path files = Files.createDirectories(system.resolve("proc/" + number + "/fd"));
        Files.createSymbolicLink(files.resolve("7"), open.toRealPath());
        Files.writeString(files.resolveSibling("comm"), name + "\n");
    }

    private List<Finding> findings(Predicate<Path> accessible) throws IOException {
        Files.createDirectories(system.resolve("proc"));
        return new DevicesCheck(system, accessible).findings();
    }

    @Test
    void whereThereIsNoDeviceIsANote() throws IOException {
        assertThat(findings(file -> true))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
                .satisfies(finding -> assertThat(finding.text()).isEqualTo("the system knows no video device"));
    }

    @Test
    void devicesThatAreFreeAreListedByTheirNumberWithoutTheirFurtherNodes() throws IOException {
        device(10, "Doc Camera", 0);
        device(2, "HD Camera", 0);
        device(3, "HD Camera", 1);
        node(10);
        node(2);
        node(3);

        assertThat(findings(file -> true))
                .containsExactly(
                        Finding.ok("/dev/video2 (HD Camera) is free for this program"),
                        Finding.ok("/dev/video10 (Doc Camera) is free for this program"));
    }

    @Test
    void whoHoldsADeviceIsNamedAndThisProgramIsNot() throws IOException {
        device(0, "HD Camera", 0);
        Path node = node(0);
        process(4711, "cheese", node);
        process(4712, "zoom", node);
        process(4713, "vi", Files.createFile(system.resolve("other")));
        process(ProcessHandle.current().pid(), "java", node);

        assertThat(findings(file -> true))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM))
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("/dev/video0 (HD Camera) is open in ")
                        .contains("cheese (process 4711)", "zoom (process 4712)")
                        .doesNotContain("java", "vi ("));
    }

    @Test
    void aDeviceThatTheUserMayNotOpenIsToldWithItsGroup() throws IOException {
        device(0, "HD Camera", 0);
        String group =
                Files.readAttributes(node(0), PosixFileAttributes.class).group().getName();

        assertThat(findings(file -> false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .isEqualTo("/dev/video0 (HD Camera) may not be opened by " + System.getProperty("user.name")))
                .satisfies(finding -> assertThat(finding.advice())
                        .startsWith("sudo usermod -aG " + group + " " + System.getProperty("user.name")));
    }

    @Test
    void aDeviceWithoutAFileIsAProblem() throws IOException {
        device(0, "HD Camera", 0);

        assertThat(findings(file -> true))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.text()).isEqualTo("/dev/video0 (HD Camera) has no device file"))
                .satisfies(finding -> assertThat(finding.advice()).contains("container"));
    }
}
