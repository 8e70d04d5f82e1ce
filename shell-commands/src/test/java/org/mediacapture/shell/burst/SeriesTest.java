// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "door.jpg, 1, door-0001.jpg",
        "door.jpg, 10000, door-10000.jpg",
        "yard.d/door, 7, yard.d/door-0007",
        "../front.door.png, 7, ../front.door-0007.png",
        ".photo, 2, .photo-0002",
        "in/.photo.jpg, 2, in/.photo-0002.jpg",
    })
    void theNumberStandsBeforeTheEnding(String file, int number, String name) {
        assertThat(Series.of(directory, file).name(number)).isEqualTo(name);
    }

    @Test
    void theHighestNumberCountsWhateverIsMissingBelow() throws IOException {
        for (String name : new String[] {
            "door-0002.jpg",
            "door-0011.jpg",
            "door-12.jpg",
            "door-0013.png",
            "back-door-0014.jpg",
            "door-0015.jpg.part",
            "door-001x.jpg",
            "door-.jpg",
            "door.jpg"
        }) {
            Files.createFile(directory.resolve(name));
        }

        assertThat(Series.of(directory, "door.jpg").highest()).isEqualTo(11);
        assertThat(Series.of(directory, "door.png").highest()).isEqualTo(13);
        assertThat(Series.of(directory, "yard.jpg").highest()).isZero();
    }

    @Test
    void theFilesOfAnotherDirectoryAreCountedThere() throws IOException {
        Files.createFile(Files.createDirectory(directory.resolve("in")).resolve("door-0003.jpg"));

        assertThat(Series.of(directory, "in/door.jpg").highest()).isEqualTo(3);
        assertThat(Series.of(directory, "./in/../in/door.jpg").highest()).isEqualTo(3);
        assertThat(Series.of(directory, "door.jpg").highest()).isZero();
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Series.of(directory, "nowhere/door.jpg").highest())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nowhere/door-0001.jpg: there is no directory " + directory.resolve("nowhere"));
    }
}
