// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A sleeping thread that is woken, and does nothing. Confined to the thread that made it, but for that one. */
final class Relay implements AutoCloseable {
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final ExecutorService runner = Executors.newSingleThreadExecutor();

    /** Microseconds from the call until it runs. */
    double run() {
        long begun = System.nanoTime();
        return (CompletableFuture.supplyAsync(System::nanoTime, runner).join() - begun) / NANOS_PER_MICROSECOND;
    }

    @Override
    public void close() {
        runner.shutdown();
    }
}
