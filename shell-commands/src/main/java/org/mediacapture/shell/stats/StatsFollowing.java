// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.stats;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mediacapture.shell.output.Json;
import org.mediacapture.shell.output.LiveText;
import org.mediacapture.shell.output.Screen;

/**
 * Shows statistics again and again, in the thread of a command: until that is interrupted, nobody reads any more, or the core goes.
 * Thread-safe.
 */
public final class StatsFollowing implements AutoCloseable {
    private final Duration interval;
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * Makes the following.
     *
     * @param interval from one page to the next
     */
    public StatsFollowing(Duration interval) {
        this.interval = interval;
    }

    /**
     * Draws pages over one another in a terminal; elsewhere prints them one after the other.
     *
     * @param pages makes a page of the present moment
     * @param screen where the output is seen, as it is now
     * @param out where to
     * @throws InterruptedException if the command was interrupted
     */
    public void tables(Supplier<StatsPage> pages, Supplier<Screen> screen, PrintStream out)
            throws InterruptedException {
        if (!screen.get().terminal()) {
            repeat(() -> print(pages.get().shown(false).text() + "\n", out));
            return;
        }
        try (LiveText live = new LiveText(out, screen.get())) {
            repeat(() -> {
                Screen now = screen.get();
                return live.draw(pages.get().shown(false).within(now).text(), now);
            });
        }
    }

    /**
     * Prints a JSON document per line.
     *
     * @param pages makes a page of the present moment
     * @param out where to
     * @throws InterruptedException if the command was interrupted
     */
    public void documents(Supplier<StatsPage> pages, PrintStream out) throws InterruptedException {
        repeat(() -> print(Json.line(pages.get().members()), out));
    }

    private void repeat(BooleanSupplier step) throws InterruptedException {
        boolean goesOn = over.getCount() > 0;
        while (goesOn) {
            goesOn = step.getAsBoolean() && !over.await(interval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static boolean print(String text, PrintStream out) {
        out.println(text);
        return !out.checkError(); // flushes; a pipe whose reader has gone ends it
    }

    /** Ends it wherever it runs, for good. */
    @Override
    public void close() {
        over.countDown();
    }
}
