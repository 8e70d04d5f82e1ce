// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The exit code, from whatever ends the process first: the script, the console, or the end of the framework.
 * Thread-safe.
 */
final class Outcome {
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    /** Lets something run in a thread of its own, and end the process when it is done or fails. */
    void follow(String name, Callable<Integer> activity) {
        attempt(name, () -> code.complete(activity.call()));
    }

    /** The same, but when it is done the process goes on. */
    void attempt(String name, Callable<?> activity) {
        Thread thread = new Thread(
                () -> {
                    try {
                        activity.call();
                    } catch (Exception | LinkageError e) {
                        code.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the exit code.
     *
     * @throws LaunchException if what runs failed
     */
    int await() throws LaunchException, InterruptedException {
        try {
            return code.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new LaunchException(
                    cause instanceof LaunchException ? cause.getMessage() : String.valueOf(cause), cause);
        }
    }
}
