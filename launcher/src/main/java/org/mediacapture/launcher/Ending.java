// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be undone before the process ends, last thing first. Thread-safe: the main thread and the one that handles Ctrl-C
 * may both run it, it is done once, and both come back when it is done.
 */
final class Ending implements Runnable {
    /** One thing to undo. */
    interface Step {
        /**
         * Undoes it.
         *
         * @throws Exception if it cannot be undone; it is logged, and the next step follows
         */
        void run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean begun;

    /** Adds a step; it is done at once if the process is ending already. */
    synchronized void add(Step step) {
        if (begun) {
            attempt(step);
        } else {
            steps.push(step);
        }
    }

    @Override
    public synchronized void run() {
        begun = true;
        while (!steps.isEmpty()) {
            attempt(steps.pop());
        }
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("a step of ending the process failed", e);
        }
    }
}
