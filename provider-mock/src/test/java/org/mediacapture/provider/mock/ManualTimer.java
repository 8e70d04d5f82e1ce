// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A timer whose time a test moves; ticks are called by the test's thread. */
final class ManualTimer implements FrameTimer {
    private static final class Entry {
        private final Tick tick;
        private long due;

        private Entry(Tick tick, long due) {
            this.tick = tick;
            this.due = due;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private long now;

    ManualTimer(long start) {
        this.now = start;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void start(String cameraName, Tick tick) {
        entries.add(new Entry(tick, now));
    }

    /** Lets time pass; every tick is called just when it is due. */
    void advance(long nanos) {
        long end = now + nanos;
        entries.sort(Comparator.comparingLong(entry -> entry.due));
        while (!entries.isEmpty() && entries.get(0).due <= end) {
            now = Math.max(now, entries.get(0).due);
            call(entries.remove(0));
            entries.sort(Comparator.comparingLong(entry -> entry.due));
        }
        now = end;
    }

    /** Lets time pass as on a machine that was busy: ticks that were missed are called once, late. */
    void hold(long nanos) {
        now += nanos;
        advance(0);
    }

    int scheduled() {
        return entries.size();
    }

    private void call(Entry entry) {
        long delay = entry.tick.tick(now);
        if (delay >= 0) {
            entry.due = now + delay;
            entries.add(entry);
        }
    }
}
