// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.shell.words.CommandFailure;
import org.mediacapture.shell.words.Option;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;

class HelpCommandTest {
    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() {
        shell = CameraShell.withCameras(directory);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    static List<Usage> commands() {
        return CommandIndex.usages().toList();
    }

    @Test
    void theOverviewGoesByTask() throws Exception {
        String overview = shell.print("camera:help");

        assertThat(overview.lines())
                .contains(
                        Task.PICTURES.title(),
                        Task.OBSERVE.title(),
                        "  camera:help                explains the commands");
        assertThat(overview).contains(commands().stream().map(Usage::toString).toArray(String[]::new));
        assertThat(overview.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void aManualHasPurposeFormOptionsAndExamples() throws Exception {
        assertThat(shell.print("camera:help photo")).isEqualTo(shell.print("camera:photo --help"));
        assertThat(shell.print("camera:help camera:photo").lines())
                .startsWith(
                        "camera:photo takes a photo into a file, with a track, a camera opened for it, or the best camera",
                        "",
                        "  camera:photo [TRACK or CAMERA] FILE [SETTINGS] [--json] [--show] [--as FORM]")
                .contains("  --json     answer a JSON document", "Examples:", "  camera:photo first.jpg");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfAndGogoTellsTheSame(Usage usage) throws Exception {
        String manual = shell.print(usage + " --help");

        assertThat(manual).contains(usage.purpose(), usage.line(), "Example");
        assertThat(usage.examples()).isNotEmpty().allMatch(example -> example.contains(usage.toString()));
        assertThat(usage.options()).allMatch(option -> option.name().matches("--[a-z-]+"));
        assertThat(usage.options())
                .extracting(Option::value)
                .allMatch(value -> value.map(word -> word.matches("[A-Z]+")).orElse(true));
        assertThat(usage.form()).doesNotContain(",", ";", "such as");
    }

    @Test
    void helpIsThereEvenWhereTheArgumentsAreWrong() throws Exception {
        assertThat(shell.print("camera:open nosuch --wrong --help")).startsWith("camera:open opens a camera");
    }

    @Test
    void helpAsJsonIsOneDocument() throws Exception {
        JsonArray all =
                JsonParser.parseString(shell.print("camera:help --json")).getAsJsonArray();

        assertThat(all).hasSize(commands().size());
        assertThat(all.get(0).getAsJsonObject().get("examples").getAsJsonArray())
                .isNotEmpty();
    }

    @Test
    void anUnknownCommandIsAnErrorThatSaysWhichMayBeMeant() {
        assertThatThrownBy(() -> shell.run("camera:help foto"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("there is no command camera:foto; did you mean photo? (camera:help lists "
                        + commands().size() + ")");
    }

    @Test
    void debugPrintsWhereAFailureComesFrom() {
        assertThatThrownBy(() -> shell.run("camera:settings t9")).isInstanceOf(CommandFailure.class);
        assertThat(shell.errors() + shell.output()).isEmpty();

        assertThatThrownBy(() -> shell.run("camera:settings t9 --debug")).isInstanceOf(CommandFailure.class);

        assertThat(shell.errors() + shell.output()).contains("NotFoundError: track", "at org.mediacapture.shell");
    }

    @Test
    void aMistakeInTheProgramHasAMessageToo() {
        shell.password = Optional.empty();
        shell.configurations.onUpdate = properties -> {
            throw new IllegalStateException();
        };

        assertThatThrownBy(() -> shell.run("camera:add http://127.0.0.1/a"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("IllegalStateException (--debug prints where)");
    }
}
