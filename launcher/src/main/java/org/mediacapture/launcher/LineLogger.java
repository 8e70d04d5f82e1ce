// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes what somebody prints and logs it line by line. Thread-safe. */
final class LineLogger extends OutputStream {
    private final Logger logger;
    private final Level level;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineLogger(Logger logger, Level level) {
        this.logger = logger;
        this.level = level;
    }

    @Override
    public void write(int octet) {
        String complete = "";
        synchronized (line) {
            if (octet == '\n') {
                complete = line.toString(Charset.defaultCharset()).stripTrailing();
                line.reset();
            } else {
                line.write(octet);
            }
        }
        if (!complete.isEmpty()) {
            logger.log(level, "{0}", complete);
        }
    }
}
