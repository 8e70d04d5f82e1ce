// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Screen screen = new Screen(12, 24, true, ColourDepth.NONE);

    private ProgressLine line() {
        return new ProgressLine(new PrintStream(out, true, StandardCharsets.UTF_8), () -> screen);
    }

    @Test
    void aTextCoversTheOneBeforeAndIsGoneAtTheEnd() {
        try (ProgressLine line = line()) {
            line.accept("9 of 10");
            line.accept("done");
        }

        assertThat(out).hasToString("\r9 of 10\rdone   \r    \r");
    }

    @Test
    void aTextNeverReachesTheLastColumn() {
        try (ProgressLine line = line()) {
            line.accept("123456789012345");
        }

        assertThat(out).hasToString("\r12345678901\r           \r");
    }

    @Test
    void nothingIsDrawnWhereThereIsNoTerminal() {
        screen = new Screen(80, 24, false, ColourDepth.NONE);

        try (ProgressLine line = line()) {
            line.accept("9 of 10");
        }

        assertThat(out.size()).isZero();
    }
}
