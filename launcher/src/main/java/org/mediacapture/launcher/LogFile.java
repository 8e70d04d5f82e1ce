// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sends everything that is logged to files of bounded size in the data directory, and so what libraries print unasked:
 * standard output belongs to the commands. Opened once, by the main thread; what it sets up is thread-safe.
 */
final class LogFile implements AutoCloseable {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;

    // Kept, because the JDK forgets levels of loggers that nobody refers to.
    private final Logger everything = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("org.mediacapture");

    private final Handler handler;

    /**
     * Begins to log.
     *
     * @param data where to
     * @param level how much of ours; of libraries never more than {@link LogLevel#info}
     */
    LogFile(DataDirectory data, LogLevel level) throws IOException {
        Files.createDirectories(data.logs());
        LogManager.getLogManager().reset();
        handler = new FileHandler(data.logs().resolve("mediacapture.%g.log").toString(), BYTES, FILES, true);
        handler.setFormatter(new LogFormat());
        handler.setEncoding(StandardCharsets.UTF_8.name());
        handler.setLevel(Level.ALL);
        everything.addHandler(handler);
        everything.setLevel(atLeast(Level.INFO, level.level()));
        ours.setLevel(level.level());
    }

    /** Sends what is printed to {@code System.out} and {@code System.err} from now on to the log, too. */
    void captureStandardStreams() {
        System.setOut(printer("stdout", Level.INFO));
        System.setErr(printer("stderr", Level.WARNING));
    }

    /** Ends the file; what is logged later is lost. */
    @Override
    public void close() {
        everything.removeHandler(handler);
        handler.close();
    }

    private static PrintStream printer(String logger, Level level) {
        return new PrintStream(new LineLogger(Logger.getLogger(logger), level), true, Charset.defaultCharset());
    }

    private static Level atLeast(Level least, Level wanted) {
        return wanted.intValue() < least.intValue() ? least : wanted;
    }
}
