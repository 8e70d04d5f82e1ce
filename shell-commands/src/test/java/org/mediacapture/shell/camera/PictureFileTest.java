// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.frame.Blob;

class PictureFileTest {
    private static final Blob PICTURE = new Blob("image/jpeg", new byte[] {1, 2, 3});

    @TempDir
    Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNotReplacedByAFile() {
        assertThatThrownBy(() -> PictureFile.in(directory, "/dev/null"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/dev/null: is no file, and is not replaced by one");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(directory.resolve("real.jpg"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.jpg"), real);

        PictureFile.in(directory, "link.jpg").write(PICTURE);

        assertThat(link).isSymbolicLink();
        assertThat(real).hasBinaryContent(PICTURE.bytes());
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingBehind() throws IOException {
        PictureFile file = PictureFile.in(directory, "x.jpg");
        Files.createDirectories(directory.resolve("x.jpg/sub"));

        assertThatThrownBy(() -> file.write(PICTURE)).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("x.jpg"));
        }
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> PictureFile.in(directory, "a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no file name");
        assertThatThrownBy(() -> PictureFile.in(directory, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
