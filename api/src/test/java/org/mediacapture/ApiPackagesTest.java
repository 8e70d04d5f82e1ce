// SPDX-License-Identifier: Apache-2.0
package org.mediacapture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each package of the API uses only those before it (ARCHITECTURE.md, section 3), and says who it is for. */
class ApiPackagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "mediacapture");
    private static final List<String> ORDER = List.of("constraint", "frame", "provider", "stream", "image", "admin");
    private static final Pattern OTHER_PACKAGE = Pattern.compile("org\\.mediacapture\\.([a-z]+)");
    private static final Pattern FOREIGN_IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z.]+)\\.[A-Z]");

    @ParameterizedTest
    @ValueSource(strings = {"constraint", "frame", "provider", "stream", "image", "admin"})
    void usesOnlyThePackagesBeforeIt(String name) throws IOException {
        Set<String> allowed = Set.copyOf(ORDER.subList(0, ORDER.indexOf(name) + 1));

        Set<String> used = OTHER_PACKAGE
                .matcher(code(name))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(used).isNotEmpty().isSubsetOf(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraint", "frame", "provider", "stream", "image", "admin"})
    void usesNothingForeignButPromisesAndAnnotations(String name) throws IOException {
        Set<String> foreign = FOREIGN_IMPORT
                .matcher(code(name))
                .results()
                .map(found -> found.group(1))
                .filter(used -> !used.startsWith("java.") && !used.startsWith("org.mediacapture."))
                .collect(Collectors.toSet());

        assertThat(foreign)
                .isSubsetOf("org.osgi.util.promise", "org.osgi.annotation.versioning", "org.osgi.annotation.bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraint", "frame", "provider", "stream", "image", "admin"})
    void isExportedWithAVersionAndTellsItsImportRange(String name) throws IOException {
        assertThat(SOURCES.resolve(name).resolve("package-info.java"))
                .content()
                .contains("@Export", "@Version(\"")
                .containsPattern("\\{@code \\[1\\.[0-9],2\\)}");
    }

    /** The sources of a package without Javadoc and texts, which may name anything. */
    private static String code(String name) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                code.append(Files.readString(file)
                        .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                        .replaceAll("\"[^\"\n]*\"", ""));
            }
            return code.toString();
        }
    }
}
