// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table CAMERAS = new Table(
            List.of("NAME", "LABEL", "ID"),
            List.of(
                    List.of("door", "The camera above the front door", "0123456789abcdef0123456789abcdef"),
                    List.of("mock", "Mock camera", "fedcba9876543210fedcba9876543210")),
            "there is no camera");

    @Test
    void aTableIsAsWideAsItsTexts() {
        assertThat(CAMERAS.text().lines())
                .containsExactly(
                        "NAME  LABEL                            ID",
                        "door  The camera above the front door  0123456789abcdef0123456789abcdef",
                        "mock  Mock camera                      fedcba9876543210fedcba9876543210");
    }

    @Test
    void onANarrowTerminalTextsGoOnInTheNextLineAndWordsAreCut() {
        assertThat(on(new Screen(40, 24, true, ColourDepth.NONE)).text().lines())
                .allMatch(line -> line.length() <= 40)
                .containsExactly(
                        "NAME  LABEL             ID",
                        "door  The camera above  0123456789abcde…",
                        "      the front door",
                        "mock  Mock camera       fedcba987654321…");
    }

    @Test
    void whatNoTerminalShowsIsWhole() {
        assertThat(on(new Screen(40, 24, false, ColourDepth.NONE)).text()).isEqualTo(CAMERAS.text());
    }

    @Test
    void aTerminalThatIsTooNarrowForAnythingStillGetsWhatCanBeRead() {
        assertThat(on(new Screen(1, 1, true, ColourDepth.NONE)).text()).contains("NAME", "door", "0123456…");
    }

    private static Printable on(Screen screen) {
        return CAMERAS.within(screen);
    }
}
