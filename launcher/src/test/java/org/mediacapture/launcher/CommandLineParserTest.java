// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class CommandLineParserTest {
    private final CommandLineParser parser = new CommandLineParser();

    @Test
    void noArgumentsMeanAnInteractiveShellInTheUsualPlace() {
        Options options = parser.parse();

        assertThat(options.action()).isEqualTo(Options.Action.RUN);
        assertThat(options.commands()).isEmpty();
        assertThat(options.file()).isEmpty();
        assertThat(options.data()).isEmpty();
        assertThat(options.log()).isEqualTo(LogLevel.info);
    }

    @Test
    void optionsAreRead() {
        Options options = parser.parse("-c", "camera:devices; exit", "--data", "/tmp/x", "--log=debug");

        assertThat(options.commands()).contains("camera:devices; exit");
        assertThat(options.data()).contains(Path.of("/tmp/x"));
        assertThat(options.log()).isEqualTo(LogLevel.debug);
    }

    @Test
    void theScriptMayBeginWithADashAndHoldAnything() {
        assertThat(parser.parse("--command", "--data; 'x=\"1\"'").commands()).contains("--data; 'x=\"1\"'");
    }

    @Test
    void aWordIsAFileOfCommands() {
        assertThat(parser.parse("tour.txt").file()).contains(Path.of("tour.txt"));
        assertThat(parser.parse("--log", "debug", "tour.txt").commands()).isEmpty();
    }

    @Test
    void commandsComeFromOnePlace() {
        assertThatThrownBy(() -> parser.parse("-c", "camera:devices", "tour.txt"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("tour.txt");
        assertThatThrownBy(() -> parser.parse("one.txt", "two.txt"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("two.txt");
    }

    @Test
    void helpAndVersionWinOverEverythingElse() {
        assertThat(parser.parse("-c", "x", "--help").action()).isEqualTo(Options.Action.HELP);
        assertThat(parser.parse("--version", "-c", "x").action()).isEqualTo(Options.Action.VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bogus", "-c", "--log=loud", "--data"})
    void whatIsNotUnderstoodIsNamed(String argument) {
        assertThatThrownBy(() -> parser.parse(argument))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(argument.replaceAll("=.*", "").replaceAll("^-c$", "--command"));
    }

    @Test
    void aValueThatIsNoLevelIsAnErrorThatListsTheLevels() {
        assertThatThrownBy(() -> parser.parse("--log", "loud"))
                .hasMessageContaining("'loud'")
                .hasMessageContaining("error, warn, info, debug, trace");
    }

    @Test
    void helpTellsOptionsFilesAndExitCodes() {
        DataDirectory data = new DataDirectory(Path.of("/somewhere/data"));

        assertThat(parser.help(data))
                .contains("--command", "--data", "--log", "--help", "--version")
                .contains("/somewhere/data")
                .contains("mediacapture.0.log")
                .contains("MEDIACAPTURE_DATA")
                .contains("Exit codes: 0", "1 a command failed", "2 usage")
                .contains("FILE", "interactive shell", "standard input is a script");
    }
}
