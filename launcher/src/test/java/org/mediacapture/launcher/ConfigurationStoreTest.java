// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationStoreTest {
    @TempDir
    Path directory;

    private DataDirectory data;
    private Path copy;

    @BeforeEach
    void makeConfigurations() throws IOException {
        data = new DataDirectory(directory.resolve("data"));
        copy = directory.resolve("copy");
        Files.createDirectories(data.configuration().resolve("org/mediacapture"));
        Files.writeString(data.configuration().resolve("org/mediacapture/core.config"), "grace=1");
    }

    @Test
    void theFirstOwnsTheConfigurations() throws IOException {
        try (ConfigurationStore first = ConfigurationStore.open(data, copy)) {
            assertThat(first.lasting()).isTrue();
            assertThat(first.path()).isEqualTo(data.configuration());
            assertThat(copy).doesNotExist();
        }
    }

    @Test
    void theSecondWorksOnACopy() throws IOException {
        try (ConfigurationStore first = ConfigurationStore.open(data, copy);
                ConfigurationStore second = ConfigurationStore.open(data, copy)) {
            assertThat(first.lasting()).isTrue();
            assertThat(second.lasting()).isFalse();
            assertThat(second.path()).isEqualTo(copy);
            assertThat(copy.resolve("org/mediacapture/core.config")).hasContent("grace=1");

            Files.writeString(copy.resolve("org/mediacapture/core.config"), "grace=2");
            assertThat(data.configuration().resolve("org/mediacapture/core.config"))
                    .hasContent("grace=1");
        }
    }

    @Test
    void whenTheFirstIsDoneTheNextOwnsThem() throws IOException {
        ConfigurationStore.open(data, copy).close();

        try (ConfigurationStore next = ConfigurationStore.open(data, copy)) {
            assertThat(next.lasting()).isTrue();
        }
    }
}
