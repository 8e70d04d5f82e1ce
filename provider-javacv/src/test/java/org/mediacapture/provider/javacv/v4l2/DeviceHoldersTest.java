// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceHoldersTest {
    @TempDir
    private Path folder;

    private Path processes;
    private Path device;

    @BeforeEach
    void prepare() throws IOException {
        processes = Files.createDirectories(folder.toRealPath().resolve("proc"));
        device = Files.createFile(folder.toRealPath().resolve("video0"));
        Files.createDirectories(processes.resolve("self/fd")); // no number
    }

    private void process(long number, String name, Path... open) throws IOException {
        Path files = Files.createDirectories(processes.resolve(number + "/fd"));
        Files.writeString(processes.resolve(number + "/comm"), name + "\n");
        for (int i = 0; i < open.length; i++) {
            Files.createSymbolicLink(files.resolve(String.valueOf(i)), open[i]);
        }
    }

    private DeviceHolders holders() {
        return new DeviceHolders(processes);
    }

    @Test
    void programsThatHoldTheDeviceAreNamed() throws IOException {
        process(4711, "cheese", folder.resolve("null"), device);
        process(12, "bash", folder.resolve("null"), folder.resolve("video00"));
        process(99, "obs", device, device);

        assertThat(holders().of(device)).containsExactlyInAnyOrder("cheese (process 4711)", "obs (process 99)");
    }

    @Test
    void aLinkToTheDeviceIsTheDevice() throws IOException {
        process(4711, "cheese", device);
        Path link = Files.createSymbolicLink(folder.resolve("by-id"), device);

        assertThat(holders().of(link)).containsExactly("cheese (process 4711)");
    }

    @Test
    void thisProgramIsNoOther() throws IOException {
        process(ProcessHandle.current().pid(), "java", device);

        assertThat(holders().of(device)).isEmpty();
    }

    @Test
    void aProcessThatTellsNothingHidesNoOther() throws IOException {
        Files.createDirectories(processes.resolve("7")); // it has ended, or belongs to another user
        Files.createFile(Files.createDirectories(processes.resolve("8")).resolve("fd"));
        process(4711, "cheese", device);

        assertThat(holders().of(device)).containsExactly("cheese (process 4711)");
    }

    @Test
    void aProgramWithoutANameIsAProgram() throws IOException {
        process(4711, "cheese", device);
        Files.delete(processes.resolve("4711/comm"));

        assertThat(holders().of(device)).containsExactly("a program (process 4711)");
    }

    @Test
    void aDeviceThatIsGoneHasNoHolders() throws IOException {
        process(4711, "cheese", device);
        Files.delete(device);

        assertThat(holders().of(device)).isEmpty();
    }

    @Test
    void whereTheSystemTellsNothingThereAreNoHolders() {
        assertThat(new DeviceHolders(folder.resolve("missing")).of(device)).isEmpty();
    }
}
