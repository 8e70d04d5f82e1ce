// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * The one function that FFmpeg calls to ask whether an input has to end. Thread-safe. All inputs share it, because no
 * more than ten native callbacks of a kind can exist at once, and the eleventh is silently never called; FFmpeg hands
 * back a number by which the input is found.
 */
final class Interrupts implements AutoCloseable {
    private final ConcurrentMap<Long, Interruption> watched = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Question question = new Question(watched);
    private boolean closed;

    /** Has FFmpeg ask an interruption until the watch is closed. */
    synchronized Watch watch(Interruption interruption) {
        long number = numbers.incrementAndGet();
        watched.put(number, interruption);
        return new Watch(number);
    }

    /** Frees the callback, at once or with the last watch. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        freeIfUnused();
    }

    private synchronized void forget(long number) {
        watched.remove(number);
        freeIfUnused();
    }

    private void freeIfUnused() {
        if (closed && watched.isEmpty()) {
            question.close();
        }
    }

    /** One input under watch. For one thread. */
    final class Watch implements AutoCloseable {
        private final long number;
        private final AVIOInterruptCB structure = new AVIOInterruptCB();

        private Watch(long number) {
            this.number = number;
            structure.callback(question).opaque(new Opaque(number));
        }

        /** For functions that take the callback; valid until {@link #close()}. */
        AVIOInterruptCB structure() {
            return structure;
        }

        /** Gives the callback to a context. */
        void applyTo(AVFormatContext context) {
            context.interrupt_callback().callback(question).opaque(new Opaque(number));
        }

        /** Ends the watch, after the input was closed. */
        @Override
        public void close() {
            structure.close();
            forget(number);
        }
    }

    /** A number in the place of an address; it points nowhere and is never followed. */
    private static final class Opaque extends Pointer {
        Opaque(long number) {
            address = number;
        }
    }

    private static final class Question extends AVIOInterruptCB.Callback_Pointer {
        private final ConcurrentMap<Long, Interruption> watched;

        Question(ConcurrentMap<Long, Interruption> watched) {
            this.watched = watched;
        }

        @Override
        public int call(Pointer opaque) {
            Interruption interruption = watched.get(opaque.address());
            return interruption == null || interruption.isDue() ? 1 : 0;
        }
    }
}
