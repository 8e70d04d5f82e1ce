// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mediacapture.shell.burst.Time;

/** A time that passes only where somebody waits for it, or a test says so. Confined to one thread. */
public final class VirtualTime implements Time {
    private final List<Long> awaited = new ArrayList<>();
    private long now = -5; // negative, as System.nanoTime() may be

    @Override
    public long now() {
        return now;
    }

    @Override
    public void await(long moment) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        now = Math.max(now, moment);
        awaited.add(now);
    }

    /** Lets time pass. */
    public void pass(Duration length) {
        now += length.toNanos();
    }

    /** The moments that were waited for, in milliseconds since the beginning. */
    public List<Long> awaited() {
        return awaited.stream().map(moment -> (moment + 5) / 1_000_000).toList();
    }
}
