// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LogTest {
    @Test
    void whatIsPrintedIsLoggedLineByLine() {
        Logger logger = Logger.getAnonymousLogger();
        List<String> lines = new ArrayList<>();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Recorder(lines));
        PrintStream out = new PrintStream(new LineLogger(logger, Level.INFO), true, Charset.defaultCharset());

        out.print("one {0} ");
        out.println("line");
        out.println();
        out.print("unfinished");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).endsWith(": one {0} line\n");
    }

    @Test
    void anEventTellsTimeLevelThreadLoggerAndMessage() {
        LogRecord event = new LogRecord(Level.WARNING, "gone: {0}");
        event.setLoggerName("org.x.Camera");
        event.setParameters(new Object[] {"door"});
        event.setThrown(new IllegalStateException("unplugged"));
        event.setInstant(Instant.EPOCH);

        assertThat(new LogFormat().format(event))
                .startsWith("1970-01-01T00:00:00Z WARN ["
                        + Thread.currentThread().getName() + "] org.x.Camera: gone: door\n")
                .contains("java.lang.IllegalStateException: unplugged")
                .contains("\tat ");
    }

    private static final class Recorder extends Handler {
        private final List<String> lines;

        Recorder(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord event) {
            lines.add(new LogFormat().format(event));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
