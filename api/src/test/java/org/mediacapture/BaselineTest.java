// SPDX-License-Identifier: Apache-2.0
package org.mediacapture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API against the last one that was released: a package that changed has a version that says so. When this fails, raise the
 * version in the package's {@code package-info.java}, or take back what breaks those who use it.
 */
class BaselineTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @TempDir
    Path folder;

    @Test
    void eachPackageThatHasChangedHasAVersionThatSaysSo() throws Exception {
        assertThat(Baselining.complaints(CLASSES, released())).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsNoticed() throws Exception {
        Path broken = folder.resolve("broken.jar");
        try (Jar jar = new Jar(released().toFile())) {
            assertThat(jar.remove("org/mediacapture/frame/Blob.class")).isNotNull();
            jar.write(broken.toFile());
        }

        assertThat(Baselining.complaints(broken, released()))
                .contains("org.mediacapture.frame was 1.0.0, is 1.0.0, and must be at least 2.0.0, for a change that is"
                        + " MAJOR");
    }

    @Test
    void whatIsAddedIsNoticed() throws Exception {
        Path grown = folder.resolve("grown.jar");
        try (Jar jar = new Jar(released().toFile())) {
            byte[] type = Files.readAllBytes(
                    Path.of("target", "test-classes", "org", "mediacapture", "frame", "Addition.class"));
            jar.putResource("org/mediacapture/frame/Addition.class", new EmbeddedResource(type, 0));
            jar.write(grown.toFile());
        }

        assertThat(Baselining.complaints(grown, released()))
                .containsExactly(
                        "org.mediacapture.frame was 1.0.0, is 1.0.0, and must be at least 1.1.0, for a change that is"
                                + " MINOR");
    }

    private static Path released() throws IOException {
        try (Stream<Path> kept = Files.list(Path.of("..", "baseline"))) {
            List<Path> jars =
                    kept.filter(file -> file.toString().endsWith(".jar")).toList();
            assertThat(jars).as("the last release, in baseline/").hasSize(1);
            return jars.get(0);
        }
    }
}
