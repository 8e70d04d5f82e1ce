// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final Map<String, String> LINUX = Map.of("os.name", "Linux", "user.home", "/home/ada");

    @TempDir
    Path directory;

    @Test
    void theOptionWinsOverTheVariable() {
        assertThat(root(Optional.of(Path.of("/option")), Map.of("MEDIACAPTURE_DATA", "/variable"), LINUX))
                .isEqualTo(Path.of("/option").toAbsolutePath());
    }

    @Test
    void theVariableWinsOverTheUsualPlace() {
        assertThat(root(Optional.empty(), Map.of("MEDIACAPTURE_DATA", "/variable"), LINUX))
                .isEqualTo(Path.of("/variable").toAbsolutePath());
    }

    @Test
    void anEmptyVariableCountsAsNone() {
        assertThat(root(Optional.empty(), Map.of("MEDIACAPTURE_DATA", ""), LINUX))
                .isEqualTo(Path.of("/home/ada/.local/share/mediacapture").toAbsolutePath());
    }

    @Test
    void aRelativeOptionIsMadeAbsolute() {
        assertThat(root(Optional.of(Path.of("a/../data")), Map.of(), LINUX))
                .isAbsolute()
                .isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void linuxUsesTheXdgDirectory() {
        assertThat(root(Optional.empty(), Map.of("XDG_DATA_HOME", "/xdg"), LINUX))
                .isEqualTo(Path.of("/xdg/mediacapture").toAbsolutePath());
        assertThat(root(Optional.empty(), Map.of("XDG_DATA_HOME", "relative"), LINUX))
                .isEqualTo(Path.of("/home/ada/.local/share/mediacapture").toAbsolutePath());
    }

    @Test
    void macUsesTheLibrary() {
        assertThat(root(Optional.empty(), Map.of(), Map.of("os.name", "Mac OS X", "user.home", "/Users/ada")))
                .isEqualTo(Path.of("/Users/ada/Library/Application Support/mediacapture")
                        .toAbsolutePath());
    }

    @Test
    void windowsUsesTheLocalApplicationData() {
        Map<String, String> windows = Map.of("os.name", "Windows 11", "user.home", "/users/ada");

        assertThat(root(Optional.empty(), Map.of("LOCALAPPDATA", "/local"), windows))
                .isEqualTo(Path.of("/local/mediacapture").toAbsolutePath());
        assertThat(root(Optional.empty(), Map.of(), windows))
                .isEqualTo(Path.of("/users/ada/AppData/Local/mediacapture").toAbsolutePath());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheOwnerMayReadIt() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("new/data"));

        data.create();
        data.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheOwnerMayReadTheHistoryWhichIsMadeOnce() throws Exception {
        DataDirectory data = new DataDirectory(directory);

        Path history = data.privateHistory();
        Files.writeString(history, "camera:devices");

        assertThat(data.privateHistory()).isEqualTo(history).hasContent("camera:devices");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamedWithTheWaysOut() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).create())
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("--data")
                .hasMessageContaining("MEDIACAPTURE_DATA");
    }

    private static Path root(Optional<Path> option, Map<String, String> environment, Map<String, String> properties) {
        return DataDirectory.locate(option, environment, properties).root();
    }
}
