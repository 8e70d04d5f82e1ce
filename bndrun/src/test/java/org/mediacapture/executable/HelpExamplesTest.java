// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types every example of every manual: each works as it stands, on a computer without cameras. */
class HelpExamplesTest {
    @TempDir
    Path directory;

    @Test
    void everyExampleWorksAsItIsTyped() throws Exception {
        ExecutableJar jar = ExecutableJar.inside(directory);
        String help = jar.commands("camera:help --json").out();
        List<String> examples = StreamSupport.stream(
                        JsonParser.parseString(help).getAsJsonArray().spliterator(), false)
                .flatMap(command -> StreamSupport.stream(
                        command.getAsJsonObject().getAsJsonArray("examples").spliterator(), false))
                .map(JsonElement::getAsString)
                .toList();

        ProcessResult result = jar.commands(examples.stream()
                .map(example -> "echo '" + example.replace("'", "") + "'; " + example)
                .collect(Collectors.joining("; ")));

        assertThat(examples).hasSizeGreaterThan(30);
        assertThat(result.err()).as("after %s", result.out()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }
}
