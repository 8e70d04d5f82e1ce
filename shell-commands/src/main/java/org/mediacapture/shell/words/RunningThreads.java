// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.HashMap;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;

/**
 * The threads in which commands run, each with its job, for a console that interrupts them and waits until they have printed all.
 * Thread-safe.
 *
 * @param threads what a console leaves in the variable {@value #VARIABLE} of its session; guarded by itself
 */
record RunningThreads(Map<Thread, Job> threads) {
    private static final String VARIABLE = ".running";

    /** Those of a session; where no console asks for them, of nobody. */
    @SuppressWarnings("unchecked") // a variable has no type
    static RunningThreads of(CommandSession session) {
        return new RunningThreads(
                session.get(VARIABLE) instanceof Map<?, ?> map ? (Map<Thread, Job>) map : new HashMap<>());
    }

    /** Enters the calling thread, if it is one of a job, until what is answered is closed. */
    Entry enter() {
        Thread thread = Thread.currentThread();
        Job job = Job.Utils.current();
        synchronized (threads) {
            if (job == null || threads.putIfAbsent(thread, job) != null) {
                return () -> {}; // a command that another one calls
            }
        }
        return () -> leave(thread);
    }

    private void leave(Thread thread) {
        synchronized (threads) {
            threads.remove(thread);
        }
    }

    /** A thread that is entered, until this is closed. */
    @FunctionalInterface
    interface Entry extends AutoCloseable {
        @Override
        void close();
    }
}
