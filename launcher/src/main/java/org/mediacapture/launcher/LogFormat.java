// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line per event: time (UTC), level, thread, logger and message; a stack trace follows. Stateless. */
final class LogFormat extends Formatter {
    @Override
    public String format(LogRecord event) {
        StringWriter text = new StringWriter();
        text.append(event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString())
                .append(' ')
                .append(level(event.getLevel().intValue()))
                // A record is formatted by the thread that logs it.
                .append(" [")
                .append(Thread.currentThread().getName())
                .append("] ")
                .append(String.valueOf(event.getLoggerName()))
                .append(": ")
                .append(formatMessage(event))
                .append('\n');
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static String level(int value) {
        LogLevel found = LogLevel.error;
        for (LogLevel level : LogLevel.values()) {
            if (value <= level.level().intValue()) {
                found = level;
            }
        }
        return found.name().toUpperCase(Locale.ROOT);
    }
}
