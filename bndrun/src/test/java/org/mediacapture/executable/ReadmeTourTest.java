// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the tour of the README, and the transcript of the page about hot swap, each in a directory of its own: each line after
 * {@code $ } is run by a shell, and what it prints must be what stands below it.
 */
class ReadmeTourTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void useFreshData() throws IOException {
        jar = ExecutableJar.inside(directory);
    }

    @Test
    void theTourOfTheReadmeIsWhatHappens() throws Exception {
        List<Transcript.Step> tour = steps(readme());
        assertThat(tour).hasSizeGreaterThan(4);

        replay(tour);
    }

    @Test
    void theTranscriptOfHotSwapIsWhatHappens() throws Exception {
        List<Transcript.Step> tour = steps(readme().resolveSibling("docs").resolve("hot-swap.md"));
        assertThat(tour).hasSizeGreaterThan(2);

        replay(tour);
    }

    private static Path readme() {
        return Path.of(System.getProperty("mediacapture.readme"));
    }

    private static List<Transcript.Step> steps(Path page) throws IOException {
        return Transcript.of(page, "tour", "$ ").steps();
    }

    private void replay(List<Transcript.Step> tour) throws Exception {
        for (Transcript.Step step : tour) {
            assertThat(run(step.typed())).as(step.typed()).matches(step.printed());
        }
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
