// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveTextTest {
    private static final Screen SCREEN = new Screen(10, 5, true, ColourDepth.NONE);

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private LiveText text() {
        return new LiveText(new PrintStream(terminal, true, StandardCharsets.UTF_8), SCREEN);
    }

    /** What was written since the last call, without the marks of a drawing. */
    private String written() {
        String written = terminal.toString(StandardCharsets.UTF_8).replaceAll("\033\\[\\?2026[hl]", "");
        terminal.reset();
        return written;
    }

    @Test
    void eachDrawingCoversTheOneBeforeAlsoIfItIsShorter() {
        try (LiveText live = text()) {
            assertThat(written()).isEqualTo("\033[?25l");

            assertThat(live.draw("a\nb\nc", SCREEN)).isTrue();
            assertThat(written()).isEqualTo("\033[2Ka\n\033[2Kb\n\033[2Kc\n");

            live.draw("d", SCREEN);
            assertThat(written()).isEqualTo("\033[3A\r\033[J\033[2Kd\n");

            live.draw("e", SCREEN);
            assertThat(written()).startsWith("\033[1A\r");
        }
        assertThat(written()).isEqualTo("\033[0m\033[?25h");
    }

    @Test
    void whatDoesNotFitIsLeftOutSoThatNothingScrolls() {
        try (LiveText live = text()) {
            live.draw("0123456789abc\n1\n2\n3\n4", SCREEN);

            assertThat(written())
                    .contains("0123456789\n", "\033[2K… 2 more l\n")
                    .doesNotContain("a", "3\n");
        }
    }

    @Test
    void aTerminalThatWasResizedIsClearedFirst() {
        Screen other = new Screen(20, 5, true, ColourDepth.NONE);
        try (LiveText live = text()) {
            live.draw("a", SCREEN);
            written();

            live.draw("b", other);
            assertThat(written()).startsWith("\033[H\033[2J");
            live.draw("c", other);
            assertThat(written()).startsWith("\033[1A\r");
        }
    }

    @Test
    void itTellsWhenNobodyReadsAnyMore() {
        PrintStream gone = new PrintStream(terminal);
        try (LiveText live = new LiveText(gone, SCREEN)) {
            gone.close();

            assertThat(live.draw("a", SCREEN)).isFalse();
        }
    }
}
