// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleStoreTest {
    @TempDir
    Path directory;

    private Path store;
    private Path jar;
    private ProcessDirectory own;

    @BeforeEach
    void makeJar() throws IOException {
        store = directory.resolve("bundles");
        jar = JarWithFiles.write(
                directory.resolve("app.jar"),
                Map.of("bundles/a.jar", "content of a", "bundles/b.jar", "content of b", "Main.class", "code"));
        own = ProcessDirectory.open(directory.resolve("run"));
    }

    @AfterEach
    void end() throws IOException {
        own.close();
    }

    @Test
    void theBundlesAndNothingElseAreUnpacked() throws IOException {
        List<BundleFile> bundles = new BundleStore(store, own).unpack(jar);

        assertThat(bundles)
                .extracting(bundle -> bundle.path().getFileName().toString())
                .containsExactlyInAnyOrder("a.jar", "b.jar");
        assertThat(bundles)
                .allSatisfy(bundle -> assertThat(bundle.path()).content().startsWith("content of "));
        assertThat(bundles).extracting(BundleFile::crc).doesNotHaveDuplicates();
    }

    @Test
    void theyAreUnpackedOnce() throws IOException {
        new BundleStore(store, own).unpack(jar);
        Path shared = onlyFile("a.jar");
        Files.setLastModifiedTime(shared, FileTime.fromMillis(1_000_000));

        try (ProcessDirectory other = ProcessDirectory.open(directory.resolve("run"))) {
            new BundleStore(store, other).unpack(jar);
        }

        assertThat(Files.getLastModifiedTime(shared)).isEqualTo(FileTime.fromMillis(1_000_000));
    }

    @Test
    void anIncompleteFileIsReplaced() throws IOException {
        new BundleStore(store, own).unpack(jar);
        Files.writeString(onlyFile("a.jar"), "cont");

        try (ProcessDirectory other = ProcessDirectory.open(directory.resolve("run"))) {
            new BundleStore(store, other).unpack(jar);
        }

        assertThat(onlyFile("a.jar")).hasContent("content of a");
    }

    @Test
    void anotherVersionOfTheJarTakesItsPlaceAndARunningProcessKeepsItsFiles() throws IOException {
        List<BundleFile> running = new BundleStore(store, own).unpack(jar);
        Path newer = JarWithFiles.write(directory.resolve("newer.jar"), Map.of("bundles/a.jar", "newer content"));

        try (ProcessDirectory other = ProcessDirectory.open(directory.resolve("run"))) {
            List<BundleFile> bundles = new BundleStore(store, other).unpack(newer);
            assertThat(bundles).hasSize(1);
            assertThat(bundles.get(0).path()).hasContent("newer content");
        }

        assertThat(onlyFile("a.jar")).hasContent("newer content");
        assertThat(running)
                .allSatisfy(bundle -> assertThat(bundle.path()).content().startsWith("content of "));
    }

    @Test
    void aJarWithoutBundlesHasNone() throws IOException {
        Path plain = JarWithFiles.write(directory.resolve("plain.jar"), Map.of("Main.class", "code"));

        assertThat(new BundleStore(store, own).unpack(plain)).isEmpty();
    }

    private Path onlyFile(String name) throws IOException {
        List<Path> found = new DirectoryTree(store)
                .files().stream()
                        .filter(file -> file.getFileName().toString().equals(name))
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
