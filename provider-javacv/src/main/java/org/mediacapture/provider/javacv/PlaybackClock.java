// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Plays pictures at their own speed: keeps each until its turn has come. For one thread. Times of the input begin
 * anywhere, may jump, and begin anew when a file does.
 */
final class PlaybackClock {
    private static final long LARGEST_GAP = TimeUnit.SECONDS.toNanos(10);
    private static final long LARGEST_DELAY = TimeUnit.SECONDS.toNanos(1);

    private final Interruption interruption;
    private final long frameTime;
    private final LongSupplier clock; // nanoseconds
    private boolean running;
    private long due;
    private long position;

    /**
     * A clock that has not begun.
     *
     * @param interruption ends the waiting
     * @param frameRate frames per second, for pictures that have no time
     */
    PlaybackClock(Interruption interruption, double frameRate) {
        this(interruption, frameRate, System::nanoTime);
    }

    /** A clock by another time than {@link System#nanoTime()}. */
    PlaybackClock(Interruption interruption, double frameRate, LongSupplier clock) {
        this.interruption = interruption;
        this.frameTime = (long) (TimeUnit.SECONDS.toNanos(1) / frameRate);
        this.clock = clock;
    }

    /**
     * Waits for the turn of a picture that has a time.
     *
     * @param time time of the picture in nanoseconds of the input
     * @return when it is due, in nanoseconds of {@link System#nanoTime()}; earlier if the waiting was ended
     */
    long await(long time) {
        long step = time - position;
        position = time;
        return advance(step < 0 || step > LARGEST_GAP ? frameTime : step);
    }

    /** Waits for the turn of a picture without a time: one frame after the last. */
    long awaitNext() {
        position += frameTime;
        return advance(frameTime);
    }

    private long advance(long step) {
        long now = clock.getAsLong();
        // A decoder that is too slow must not be chased for ever.
        due = running && now - (due + step) < LARGEST_DELAY ? due + step : now;
        running = true;
        interruption.awaitUntil(due);
        return due;
    }
}
