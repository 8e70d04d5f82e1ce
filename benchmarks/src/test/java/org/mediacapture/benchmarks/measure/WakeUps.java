// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Counts how often threads of the framework are woken, by what the JVM's flight recorder sees. Confined to one thread. */
public final class WakeUps implements AutoCloseable {
    private static final String PARKED = "jdk.ThreadPark";

    private final Recording recording = new Recording();
    private final String prefix;

    /**
     * Begins to count.
     *
     * @param prefix of the names of the threads that count
     */
    public WakeUps(String prefix) {
        this.prefix = prefix;
        recording.enable(PARKED).withThreshold(Duration.ZERO).withoutStackTrace();
        recording.start();
    }

    /** How often they came back from waiting since this was made. */
    public long count() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("wake-ups", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(this::counts)
                    .count();
        } finally {
            Files.delete(file);
        }
    }

    private boolean counts(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return event.getEventType().getName().equals(PARKED)
                && thread != null
                && thread.getJavaName() != null
                && thread.getJavaName().startsWith(prefix);
    }

    @Override
    public void close() {
        recording.close();
    }
}
