// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final String WARNING = "will not last";

    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void aSecondProcessAtOnceWorksAndSaysThatItsChangesWillNotLast() throws Exception {
        try (RunningJar first = jar.start()) {
            first.awaitOutput("g! ");

            ProcessResult second = jar.commands("echo hello");

            assertThat(second.exitCode()).isZero();
            assertThat(second.out()).isEqualTo("hello\n");
            assertThat(second.err()).contains(WARNING).hasLineCount(1);

            first.type("exit");
            assertThat(first.awaitEnd().err()).isEmpty();
        }
        assertThat(jar.commands("echo hello").err()).isEmpty();
    }

    @Test
    void aProcessThatIsKilledLeavesNothingForLong() throws Exception {
        try (RunningJar killed = jar.start()) {
            killed.awaitOutput("g! ");
            killed.kill();
            killed.awaitEnd();
        }
        assertThat(jar.data().resolve("run/0")).isDirectory();

        ProcessResult next = jar.commands("echo hello");

        assertThat(next.out()).isEqualTo("hello\n");
        assertThat(next.err()).isEmpty();
        assertThat(jar.data().resolve("run/0")).doesNotExist();
    }

    @Test
    void bundlesAreUnpackedOnceAndMendedWhenDamaged() throws Exception {
        jar.commands("echo hello");
        Path bundle = bundles().get(0);
        Files.writeString(bundle, "damaged");

        ProcessResult result = jar.commands("echo hello");

        assertThat(result.out()).isEqualTo("hello\n");
        assertThat(Files.size(bundle)).isGreaterThan("damaged".length());
        Object file = Files.readAttributes(bundle, "*").get("fileKey");
        jar.commands("echo hello");
        assertThat(Files.readAttributes(bundle, "*").get("fileKey")).isEqualTo(file);
    }

    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(jar.data().resolve("bundles"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
