// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mediacapture.shell.console.Misreading;

/** Commands work in shells that have Gogo inside and do not export its parser, as Karaf's. */
class GogoParserTest {
    private static final String PARSER = "org/apache/felix/gogo/runtime/";

    @Test
    void onlyWhatServesLaunchersKnowsGogosParser() throws Exception {
        Path classes = Path.of(Misreading.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> users = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(GogoParserTest::namesParser)
                    .map(file -> classes.relativize(file).toString())
                    .toList();

            assertThat(users)
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/mediacapture/shell/script/")
                            || name.equals("org/mediacapture/shell/console/Misreading.class"));
        }
    }

    private static boolean namesParser(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PARSER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
