// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.logging.Level;

/** How much goes to the log file, from little to much. The names are those of slf4j, in lower case as an option takes them. */
enum LogLevel {
    error(Level.SEVERE),
    warn(Level.WARNING),
    info(Level.INFO),
    debug(Level.FINE),
    trace(Level.FINEST);

    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }
}
