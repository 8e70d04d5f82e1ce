// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Types what the README of the shell's commands shows at the prompt: what it prints must be what stands there. */
@EnabledOnOs(OS.LINUX)
class ShellTranscriptTest {
    @TempDir
    Path directory;

    @Test
    void theTranscriptsOfTheReadmeAreWhatHappens() throws Exception {
        Path readme = Path.of(System.getProperty("mediacapture.readme")).resolveSibling("shell-commands/README.md");
        List<Transcript.Step> steps = Transcript.of(readme, "transcript", "g! ").steps();
        assertThat(steps).hasSizeGreaterThan(4);

        try (TerminalSession terminal = TerminalSession.start(ExecutableJar.inside(directory))) {
            for (Transcript.Step step : steps) {
                assertThat(terminal.answer(step.typed())).as(step.typed()).matches(step.printed());
            }
        }
    }
}
