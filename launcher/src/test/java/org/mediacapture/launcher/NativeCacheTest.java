// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
    private static final String WHOLE = "the whole library";

    @TempDir
    Path directory;

    private Path shared;
    private Path library;

    @BeforeEach
    void makeLibrary() throws IOException {
        shared = directory.resolve("natives/1.0-abc");
        library = JarWithFiles.write(
                directory.resolve("library.jar"),
                Map.of("org/x/linux-x86_64/libx.so", WHOLE, "org/y/linux-x86_64/liby.so", "the other library"));
    }

    @Test
    void aLibraryThatOneProcessUnpackedIsThereForTheNext() throws IOException {
        NativeCache first = cache("first");
        unpack(first.prepare(), "libx.so", WHOLE);
        first.publish();

        Path next = cache("next").prepare();

        assertThat(next.resolve("linux-x86_64/libx.so")).hasContent(WHOLE);
        assertThat(next.resolve("linux-x86_64/liby.so")).doesNotExist();
    }

    @Test
    void librariesOfSeveralProcessesComeTogether() throws IOException {
        NativeCache first = cache("first");
        NativeCache second = cache("second");
        unpack(first.prepare(), "libx.so", WHOLE);
        unpack(second.prepare(), "libx.so", WHOLE);
        unpack(directory.resolve("second"), "liby.so", "the other library");
        first.publish();
        second.publish();

        Path next = cache("next").prepare();

        assertThat(next.resolve("linux-x86_64/libx.so")).hasContent(WHOLE);
        assertThat(next.resolve("linux-x86_64/liby.so")).hasContent("the other library");
    }

    @Test
    void halfALibraryIsNotShared() throws IOException {
        NativeCache killed = cache("killed");
        unpack(killed.prepare(), "libx.so", "the whole lib");
        killed.publish();
        NativeCache damaged = cache("damaged");
        unpack(damaged.prepare(), "libx.so", "the WHOLE library");
        damaged.publish();

        assertThat(cache("next").prepare().resolve("linux-x86_64/libx.so")).doesNotExist();
    }

    @Test
    void whatIsNoPartOfTheBundleIsNotShared() throws IOException {
        NativeCache cache = cache("own");
        unpack(cache.prepare(), "libx1.so", WHOLE);
        cache.publish();

        assertThat(new DirectoryTree(shared).files()).isEmpty();
    }

    @Test
    void deletingTheSharedDirectoryTakesNothingFromARunningProcess() throws IOException {
        NativeCache first = cache("first");
        unpack(first.prepare(), "libx.so", WHOLE);
        first.publish();
        Path running = cache("running").prepare();

        new DirectoryTree(shared).delete();

        assertThat(running.resolve("linux-x86_64/libx.so")).hasContent(WHOLE);
    }

    @Test
    void aWrongLibraryInTheSharedDirectoryIsReplacedAndTheRunningProcessKeepsItsOwn() throws IOException {
        Files.createDirectories(shared.resolve("linux-x86_64"));
        Files.writeString(shared.resolve("linux-x86_64/libx.so"), "old");
        Path running = cache("running").prepare();
        NativeCache next = cache("next");
        Files.delete(next.prepare().resolve("linux-x86_64/libx.so")); // as JavaCPP does before it unpacks anew
        unpack(directory.resolve("next"), "libx.so", WHOLE);
        next.publish();

        assertThat(shared.resolve("linux-x86_64/libx.so")).hasContent(WHOLE);
        assertThat(running.resolve("linux-x86_64/libx.so")).hasContent("old");
    }

    @Test
    void librariesOfOtherVersionsAreDeletedWhenThisOneIsShared() throws IOException {
        Path other = shared.resolveSibling("0.9-def");
        Files.createDirectories(other.resolve("linux-x86_64"));
        Files.writeString(other.resolve("linux-x86_64/libx.so"), "older");
        NativeCache cache = cache("own");
        unpack(cache.prepare(), "libx.so", WHOLE);
        assertThat(other).exists();

        cache.publish();

        assertThat(other).doesNotExist();
        assertThat(shared.resolve("linux-x86_64/libx.so")).exists();
    }

    private NativeCache cache(String process) {
        return new NativeCache(shared, directory.resolve(process), library);
    }

    private static void unpack(Path cache, String name, String content) throws IOException {
        Path file = cache.resolve("linux-x86_64").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
