// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
    private final CommandProcessorImpl processor = new CommandProcessorImpl(null);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CommandSession session =
            processor.createSession(new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream());

    @AfterEach
    void close() {
        session.close();
        processor.stop();
    }

    private Screen screen(boolean console, String... environment) {
        Map<String, String> variables = Arrays.stream(environment)
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return Screen.of(new Surroundings(session, variables, console));
    }

    @Test
    void whereNothingIsKnownItIsTheUsualSizeAndNoTerminal() {
        assertThat(screen(false)).isEqualTo(new Screen(80, 24, false, ColourDepth.NONE));
    }

    @Test
    void theSizeIsThatOfTheEnvironment() {
        assertThat(screen(true, "COLUMNS=132", "LINES=50"))
                .extracting(Screen::columns, Screen::rows)
                .containsExactly(132, 50);
    }

    @Test
    void aVariableOfTheSessionComesFirst() {
        session.put("COLUMNS", 100);
        session.put("LINES", " 30 ");

        assertThat(screen(true, "COLUMNS=132", "LINES=50"))
                .extracting(Screen::columns, Screen::rows)
                .containsExactly(100, 30);
    }

    @Test
    void aTerminalThatIsResizedIsFollowed() {
        int[] columns = {100};
        session.put("#COLUMNS", (Function) (caller, arguments) -> columns[0]);
        assertThat(screen(true).columns()).isEqualTo(100);

        columns[0] = 60;

        assertThat(screen(true).columns()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "wide", "100000"})
    void whatIsNoSizeIsIgnored(String size) {
        session.put("COLUMNS", size);

        assertThat(screen(true).columns()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "TERM=xterm, BASIC",
        "TERM=xterm-256color, PALETTE",
        "TERM=xterm-256color;COLORTERM=truecolor, FULL",
        "TERM=screen;COLORTERM=24bit, FULL",
        "TERM=xterm;COLORTERM=yes, BASIC",
        "TERM=xterm-direct, FULL",
        "TERM=xterm-kitty, FULL",
        "TERM=xterm-ghostty, FULL",
        "WT_SESSION=1, FULL",
        "TERM=dumb, NONE",
        "TERM=dumb;COLORTERM=truecolor, NONE",
        "TERM=xterm-256color;NO_COLOR=1, NONE",
        "COLORTERM=truecolor, NONE",
    })
    void coloursFollowTheEnvironment(String environment, ColourDepth colours) {
        assertThat(screen(true, environment.split(";")).colours()).isEqualTo(colours);
        assertThat(screen(false, environment.split(";")).colours()).isEqualTo(ColourDepth.NONE);
    }

    @Test
    void theTerminalOfGogoJlineIsOneWithoutAConsoleOfTheProcess() {
        session.put(".terminal", new Object());

        assertThat(screen(false, "TERM=xterm")).isEqualTo(new Screen(80, 24, true, ColourDepth.BASIC));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whetherThereIsATerminalCanBeSaid(boolean said) throws Exception {
        session.execute("camera.terminal = " + said);

        assertThat(screen(!said, "TERM=xterm").terminal()).isEqualTo(said);
    }

    @Test
    void whatIsPipedOrRedirectedIsSeenByNobody(@TempDir Path directory) throws Exception {
        session.currentDir(directory);
        session.put("seen", (Function) (caller, arguments) -> {
            session.put("result", screen(true, "TERM=xterm").terminal());
            return null;
        });
        session.put("nothing", (Function) (caller, arguments) -> null);

        assertThat(terminalIn("seen")).isEqualTo(true);
        assertThat(terminalIn("seen | nothing")).isEqualTo(false);
        assertThat(terminalIn("seen > file")).isEqualTo(false);
    }

    private Object terminalIn(String line) throws Exception {
        session.execute(line);
        return session.get("result");
    }

    @Test
    void moreColoursCoverFewer() {
        Screen screen = new Screen(80, 24, true, ColourDepth.PALETTE);

        assertThat(screen.shows(ColourDepth.BASIC)).isTrue();
        assertThat(screen.shows(ColourDepth.PALETTE)).isTrue();
        assertThat(screen.shows(ColourDepth.FULL)).isFalse();
    }

    @Test
    void aScreenHasPlaceForACharacter() {
        assertThatThrownBy(() -> new Screen(0, 24, true, ColourDepth.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("screen: 0x24 is too small; at least 1x1 is accepted");
    }
}
