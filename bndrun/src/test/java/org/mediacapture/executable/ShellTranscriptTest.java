// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what the README of the shell's commands shows into one shell: what it prints must be what stands there. */
class ShellTranscriptTest {
    private static final String PROMPT = "g! ";

    @TempDir
    Path directory;

    @Test
    void theTranscriptsOfTheReadmeAreWhatHappens() throws Exception {
        Path readme = Path.of(System.getProperty("mediacapture.readme")).resolveSibling("shell-commands/README.md");
        List<Transcript.Step> steps =
                Transcript.of(readme, "transcript", PROMPT).steps();
        assertThat(steps).hasSizeGreaterThan(4);

        try (RunningJar shell = ExecutableJar.inside(directory).start()) {
            for (Transcript.Step step : steps) {
                shell.type(step.typed());
            }
            shell.type("exit");

            String[] printed = shell.awaitEnd().out().split(PROMPT, -1);
            assertThat(printed).as("a greeting, and an answer to each").hasSizeGreaterThan(steps.size());
            for (int step = 0; step < steps.size(); step++) {
                assertThat(printed[step + 1].strip())
                        .as(steps.get(step).typed())
                        .matches(steps.get(step).printed());
            }
        }
    }
}
