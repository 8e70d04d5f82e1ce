// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the tour of the README in one directory: each line after {@code $ } is run by a shell, and what it prints must be what
 * stands below it. Numbers stand for any number, an ellipsis for any text, and a run of blanks for any run of blanks.
 */
class ReadmeTourTest {
    private static final String PROMPT = "$ ";
    private static final Pattern NUMBER_OR_BLANKS_OR_ANY = Pattern.compile("\\d+|…| +");

    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void theTourOfTheReadmeIsWhatHappens() throws Exception {
        List<String> tour = tour(Path.of(System.getProperty("mediacapture.readme")));
        assertThat(tour).filteredOn(line -> line.startsWith(PROMPT)).hasSizeGreaterThan(4);

        for (int line = 0; line < tour.size(); ) {
            String command = tour.get(line++);
            List<String> expected = new ArrayList<>();
            while (line < tour.size() && !tour.get(line).startsWith(PROMPT)) {
                expected.add(tour.get(line++));
            }
            String printed = run(command.substring(PROMPT.length()));
            assertThat(printed).as(command).matches(Pattern.compile(pattern(expected), Pattern.DOTALL));
        }
    }

    /** The lines of all console blocks between the two marks. */
    private static List<String> tour(Path readme) throws Exception {
        String text = Files.readString(readme);
        String marked = text.substring(text.indexOf("<!-- tour: begin -->"), text.indexOf("<!-- tour: end -->"));
        List<String> lines = new ArrayList<>();
        boolean inBlock = false;
        for (String line : marked.lines().toList()) {
            if (line.startsWith("```")) {
                inBlock = line.equals("```console");
            } else if (inBlock) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String pattern(List<String> expected) {
        String text = String.join("\n", expected);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (var match = NUMBER_OR_BLANKS_OR_ANY.matcher(text); match.find(); end = match.end()) {
            pattern.append(Pattern.quote(text.substring(end, match.start())));
            pattern.append(
                    switch (match.group().charAt(0)) {
                        case ' ' -> " +";
                        case '…' -> "[^\n]*";
                        default -> "\\d+";
                    });
        }
        return pattern.append(Pattern.quote(text.substring(end))).toString();
    }

    /** Standard output, then standard error, then the exit status if it is not 0. */
    private String run(String command) throws Exception {
        Path script = jar.directory().resolve("mediacapture");
        if (Files.notExists(script)) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            // As ./mediacapture does: without these options newer JVMs warn about Felix on standard error.
            String options = Runtime.version().feature() < 24
                    ? ""
                    : " --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";
            Files.writeString(
                    script, "#!/bin/sh\nexec '" + java + "'" + options + " -jar '" + jar.jar() + "' \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        Path errors = Files.createTempFile(directory, "stderr", ".txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(jar.directory().toFile())
                .redirectError(errors.toFile());
        shell.environment().put("MEDIACAPTURE_DATA", jar.data().toString());
        Process process = shell.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return (out + Files.readString(errors) + (status == 0 ? "" : "[exit " + status + "]")).strip();
    }
}
