// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Types what the README of the mock provider shows. */
@EnabledOnOs(OS.LINUX)
class MockConfigurationTest {
    @TempDir
    Path directory;

    @Test
    void aMockCameraIsConfiguredInTheShell() throws Exception {
        Path readme = Path.of(System.getProperty("mediacapture.readme")).resolveSibling("provider-mock/README.md");

        try (TerminalSession terminal = TerminalSession.start(ExecutableJar.inside(directory))) {
            for (Transcript.Step step :
                    Transcript.of(readme, "configuration", "g! ").steps()) {
                terminal.answer(step.typed());
            }
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> terminal.answer("camera:devices").contains("Mock camera yard"));

            assertThat(terminal.answer("camera:photo yard yard.jpg"))
                    .contains("as its faults say"); // its fault is that it cannot be opened the first time
            assertThat(terminal.answer("camera:photo yard yard.jpg")).startsWith("yard.jpg  1280x720");
        }
    }
}
