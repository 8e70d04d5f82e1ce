// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what the README of the mock provider shows. */
class MockConfigurationTest {
    @TempDir
    Path directory;

    @Test
    void aMockCameraIsConfiguredInTheShell() throws Exception {
        Path readme = Path.of(System.getProperty("mediacapture.readme")).resolveSibling("provider-mock/README.md");

        try (RunningJar shell = ExecutableJar.inside(directory).start()) {
            shell.type("camera:watch --for 600 &");
            for (Transcript.Step step :
                    Transcript.of(readme, "configuration", "g! ").steps()) {
                shell.type(step.typed());
            }
            shell.awaitOutput("new: Mock camera yard (videoinput)");

            shell.type("camera:photo yard yard.jpg"); // its fault is that it cannot be opened the first time
            shell.type("camera:photo yard yard.jpg");

            shell.awaitOutput("yard.jpg  1280x720");
        }
    }
}
