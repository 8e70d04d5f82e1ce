// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the sources of tests in all modules. Immutable. */
final class TestSources {
    /** Where tests live, in any module. */
    private static final Path TESTS = Path.of("src", "test", "java");

    /** Modules whose product is tests: they run inside Felix, or others inherit them. */
    private static final List<String> MODULES_OF_TESTS = List.of("integration-tests", "testkit");

    private static final Path MAIN = Path.of("src", "main", "java");

    private final Path root;

    TestSources(Path root) {
        this.root = root;
    }

    /**
     * All Java files of tests, in the order of their names.
     *
     * @throws IOException if a folder cannot be read
     */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.flatMap(module ->
                            MODULES_OF_TESTS.contains(module.getFileName().toString())
                                    ? Stream.of(module.resolve(TESTS), module.resolve(MAIN))
                                    : Stream.of(module.resolve(TESTS)))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
