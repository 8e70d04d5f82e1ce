// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs, at any level, until it is closed. Thread-safe. */
final class LogRecords extends Handler {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;

    LogRecords(Class<?> source) {
        logger = Logger.getLogger(source.getName());
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    /** The levels of what was logged so far. */
    List<Level> levels() {
        return records.stream().map(LogRecord::getLevel).toList();
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
    }
}
