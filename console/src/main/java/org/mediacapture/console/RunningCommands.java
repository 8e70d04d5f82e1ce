// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.HashMap;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;

/**
 * The threads in which commands of a session run. Gogo waits for none that it interrupts, and what such a command still prints would
 * be drawn over the next prompt. So commands enter their threads, each with its job, into a map that they find as the variable
 * {@value #VARIABLE} of their session, and take them out at their end; whoever uses the map holds its monitor. Thread-safe.
 */
final class RunningCommands {
    static final String VARIABLE = ".running";

    private final Map<Thread, Job> threads = new HashMap<>(); // guarded by itself
    private boolean interrupted; // guarded by the map

    RunningCommands(CommandSession session) {
        session.put(VARIABLE, threads);
    }

    /** Begins a line, of which nothing is interrupted yet. */
    void begin() {
        synchronized (threads) {
            interrupted = false;
        }
    }

    /**
     * Ends a job of the line. The first time its commands are interrupted, and end in their own time; where there is none, and the
     * second time, Gogo ends it and waits for nothing.
     */
    void interrupt(Job job) {
        synchronized (threads) {
            boolean again = interrupted;
            interrupted = true;
            if (!again && threads.containsValue(job)) {
                threads.forEach((thread, at) -> {
                    if (at.equals(job)) {
                        thread.interrupt();
                    }
                });
                return;
            }
        }
        job.interrupt();
    }

    /** Whether the line was interrupted, so that it is no news how it ended. */
    boolean isInterrupted() {
        synchronized (threads) {
            return interrupted;
        }
    }
}
