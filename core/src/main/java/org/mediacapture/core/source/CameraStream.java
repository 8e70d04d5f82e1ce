// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** The stream of the open camera: brought up, watched for silence, interrupted and begun again. Confined to the strand. */
final class CameraStream {
    private final SessionSlot slot;
    private final FrameFanout fanout;
    private final StreamWatch watch;
    private final Strand strand;
    private final Supplier<Deadlines> deadlines;
    private final Runnable onFirstFrame;
    private final BiConsumer<GuardedSession, String> onSilence;

    /**
     * Makes a stream that has not begun.
     *
     * @param onFirstFrame called on the strand when the first frame after a beginning has come
     * @param onSilence called on the strand when a stream delivers nothing, with the reason in words
     */
    CameraStream(
            SessionSlot slot,
            FrameFanout fanout,
            StreamWatch watch,
            Strand strand,
            Supplier<Deadlines> deadlines,
            Runnable onFirstFrame,
            BiConsumer<GuardedSession, String> onSilence) {
        this.slot = slot;
        this.fanout = fanout;
        this.watch = watch;
        this.strand = strand;
        this.deadlines = deadlines;
        this.onFirstFrame = onFirstFrame;
        this.onSilence = onSilence;
    }

    /** Opens the camera through the best offer that works, and starts it. */
    Promise<SessionSlot.Streaming> bringUp(Function<SourceView, Selection> selector) {
        return slot.bringUp(selector, this::expectFrames);
    }

    /** Watches the stream that was brought up, and tells of its first frame if it came before the start had returned. */
    void begun(VideoMode mode) {
        watch(slot.streaming(), mode);
        if (fanout.hasBegun()) {
            onFirstFrame.run();
        }
    }

    /** An interruption follows, with deadlines of its own. */
    void pause() {
        watch.stop();
    }

    /** Expects frames anew after an interruption. */
    void goesOn(GuardedSession streaming, VideoMode mode) {
        if (!streaming.isClosing()) {
            expectFrames();
            watch(streaming, mode);
        }
    }

    /** Closes the session, if there is one. */
    void close() {
        watch.stop();
        slot.close();
    }

    private void expectFrames() {
        fanout.begin(() -> strand.execute(onFirstFrame));
    }

    private void watch(GuardedSession streaming, VideoMode mode) {
        watch.start(mode, deadlines.get(), silence -> onSilence.accept(streaming, streaming.offer() + ": " + silence));
    }
}
