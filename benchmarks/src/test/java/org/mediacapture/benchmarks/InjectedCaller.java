// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** Calls a service that Declarative Services injected; see {@link ServiceBenchmark}. Confined to one thread. */
public final class InjectedCaller implements LongSupplier {
    private final LongUnaryOperator service;
    private long turn;

    /** Takes the service. */
    public InjectedCaller(LongUnaryOperator service) {
        this.service = service;
    }

    @Override
    public long getAsLong() {
        turn++;
        return service.applyAsLong(turn);
    }
}
