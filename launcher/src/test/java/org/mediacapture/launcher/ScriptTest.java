// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir
    Path directory;

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    private final Streams streams = new Streams(new ByteArrayInputStream(new byte[] {'x'}), nowhere, nowhere);

    @Test
    void withoutCommandsATerminalMeansAPerson() throws Exception {
        assertThat(Script.of(options(), () -> true)).isEmpty();
    }

    @Test
    void withoutCommandsAndTerminalStandardInputIsTheScriptAndNoCommandReadsIt() throws Exception {
        Map<String, Object> call =
                Script.of(options(), () -> false).orElseThrow().call(streams);

        assertThat(call).containsEntry("script", streams.in()).containsEntry("name", "stdin");
        assertThat(((InputStream) call.get("in")).read()).isEqualTo(-1);
    }

    @Test
    void commandsOfTheCommandLineHaveNoPlaceAndMayRead() throws Exception {
        Map<String, Object> call = Script.of(options("-c", "camera:devices"), () -> true)
                .orElseThrow()
                .call(streams);

        assertThat(call)
                .containsEntry("script", "camera:devices")
                .containsEntry("in", streams.in())
                .doesNotContainKey("name");
    }

    @Test
    void aFileIsReadAtOnceAndNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("tour.txt"), "# tour\ncamera:devices\n");

        Map<String, Object> call =
                Script.of(options(file.toString()), () -> true).orElseThrow().call(streams);

        assertThat(call)
                .containsEntry("script", "# tour\ncamera:devices\n")
                .containsEntry("name", file.toString())
                .containsEntry("in", streams.in());
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        Options options = options(directory.resolve("nothing").toString());

        assertThatThrownBy(() -> Script.of(options, () -> true)).isInstanceOf(NoSuchFileException.class);
    }

    private static Options options(String... arguments) {
        return new CommandLineParser().parse(arguments);
    }
}
