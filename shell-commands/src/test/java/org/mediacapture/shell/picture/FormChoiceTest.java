// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.Surroundings;

class FormChoiceTest {
    private final CommandProcessorImpl processor = new CommandProcessorImpl(null);
    private final CommandSession session = processor.createSession(
            new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream());

    @AfterEach
    void close() {
        session.close();
        processor.stop();
    }

    private Form chosen(String asked, boolean terminal, String environment) {
        Map<String, String> variables = Arrays.stream(environment.split(";"))
                .map(variable -> variable.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Surroundings surroundings = new Surroundings(session, variables, terminal);
        return new FormChoice(surroundings, Screen.of(surroundings))
                .choose(Optional.of(asked).filter(word -> !word.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "TERM=xterm-kitty, KITTY",
        "TERM=xterm-256color;KITTY_WINDOW_ID=3, KITTY",
        "TERM=xterm-ghostty, KITTY",
        "TERM=xterm-256color;TERM_PROGRAM=ghostty, KITTY",
        "TERM=xterm-256color;TERM_PROGRAM=iTerm.app, ITERM",
        "TERM=xterm-256color;LC_TERMINAL=iTerm2, ITERM",
        "TERM=xterm-256color;TERM_PROGRAM=WezTerm, ITERM",
        "TERM=xterm;TERM_PROGRAM=mintty, ITERM",
        "TERM=foot, SIXEL",
        "TERM=foot-extra;COLORTERM=truecolor, SIXEL",
        "TERM=mlterm, SIXEL",
        "TERM=xterm-sixel, SIXEL",
        "TERM=xterm, ASCII",
        "TERM=xterm-256color;COLORTERM=truecolor, BLOCKS",
        "TERM=xterm;COLORTERM=24bit, BLOCKS",
        "TERM=xterm-256color, BLOCKS256",
        "TERM=xterm-256color;TERM_PROGRAM=Apple_Terminal, BLOCKS256",
        "TERM=linux, ASCII",
        "TERM=dumb, ASCII",
        "TERM=dumb;KITTY_WINDOW_ID=3, ASCII",
        "COLORTERM=no, ASCII",
        "TERM=screen-256color;KITTY_WINDOW_ID=3, BLOCKS256",
        "TERM=tmux-256color;TERM_PROGRAM=iTerm.app;COLORTERM=truecolor, BLOCKS",
        "TERM=xterm-256color;TMUX=/tmp/tmux;KITTY_WINDOW_ID=3, BLOCKS256",
        "TERM=xterm-256color;NO_COLOR=1, ASCII",
        "TERM=xterm-kitty;NO_COLOR=1, KITTY",
    })
    void theEnvironmentTells(String environment, Form form) {
        assertThat(chosen("", true, environment)).isEqualTo(form);
        assertThat(chosen("auto", true, environment)).isEqualTo(form);
        assertThat(chosen("", false, environment)).isEqualTo(Form.ASCII);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whatIsAskedForIsDone(Form form) {
        session.put("camera.preview", "sixel");

        assertThat(chosen(form.word(), true, "TERM=xterm-kitty")).isEqualTo(form);
        assertThat(chosen(form.word(), false, "TERM=dumb")).isEqualTo(form);
    }

    @Test
    void theVariableOfTheSessionTellsWhatTheEnvironmentDoesNot() throws Exception {
        session.execute("camera.preview = sixel");

        assertThat(chosen("", true, "TERM=xterm")).isEqualTo(Form.SIXEL);
        assertThat(chosen("auto", true, "TERM=xterm-kitty")).isEqualTo(Form.SIXEL);
        assertThat(chosen("", false, "TERM=xterm")).isEqualTo(Form.ASCII);
    }

    @Test
    void theVariableOfTheSessionMayLeaveItToTheEnvironment() {
        session.put("camera.preview", "auto");

        assertThat(chosen("", true, "TERM=xterm-kitty")).isEqualTo(Form.KITTY);
    }

    @Test
    void anUnknownFormIsAnErrorThatNamesTheKnownOnes() {
        String accepted =
                " is no way to show a picture; accepted are auto, kitty, iterm, sixel, blocks, blocks256, ascii";

        assertThatThrownBy(() -> chosen("jpeg", true, "TERM=xterm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--as: \"jpeg\"" + accepted);
        session.put("camera.preview", "png");
        assertThatThrownBy(() -> chosen("", true, "TERM=xterm")).hasMessage("camera.preview: \"png\"" + accepted);
    }
}
