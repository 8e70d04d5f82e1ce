// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Three threads that do nothing but wake one another in turn. Confined to the thread that made it, but for those. */
final class Relay implements AutoCloseable {
    private static final int RUNNERS = 3;
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final List<ExecutorService> runners =
            Stream.generate(Executors::newSingleThreadExecutor).limit(RUNNERS).toList();

    /** Microseconds from the call until the last of them runs. */
    double run() {
        long begun = System.nanoTime();
        CompletableFuture<Long> way = CompletableFuture.completedFuture(begun);
        for (ExecutorService runner : runners) {
            way = way.thenApplyAsync(before -> System.nanoTime(), runner);
        }
        return (way.join() - begun) / NANOS_PER_MICROSECOND;
    }

    @Override
    public void close() {
        runners.forEach(ExecutorService::shutdown);
    }
}
