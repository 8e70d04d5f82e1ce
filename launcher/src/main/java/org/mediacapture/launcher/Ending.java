// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

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
         * @throws Exception if it cannot be undone; it is reported, and the next step follows
         */
        void run() throws Exception;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Consumer<Exception> failures;
    private volatile boolean begun;

    /**
     * Makes an ending without steps.
     *
     * @param failures is told of steps that failed
     */
    Ending(Consumer<Exception> failures) {
        this.failures = failures;
    }

    /** Adds a step; it is done at once if the process is ending already. */
    synchronized void add(Step step) {
        if (begun) {
            attempt(step);
        } else {
            steps.push(step);
        }
    }

    /** Whether the process is ending: what fails from now on is no news. Comes back at once. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public synchronized void run() {
        begun = true;
        while (!steps.isEmpty()) {
            attempt(steps.pop());
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failures.accept(e);
        }
    }
}
