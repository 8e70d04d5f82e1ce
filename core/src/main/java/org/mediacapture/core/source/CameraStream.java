// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * The stream of the open camera: brought up, watched for silence, interrupted and begun again. While the camera itself says that
 * it delivers no pictures, nothing is expected of it, and nothing reaches the tracks (TRK-2). Confined to the strand.
 */
final class CameraStream {
    private final SessionSlot slot;
    private final FrameFanout fanout;
    private final StreamWatch watch;
    private final Strand strand;
    private final Supplier<Deadlines> deadlines;
    private final Listener listener;

    private Deferred<Void> pictures = ProviderCall.INLINE.deferred(); // resolved when a muted camera delivers again
    private Optional<VideoMode> reported = Optional.empty(); // told while the stream was paused
    private boolean paused = true;
    private boolean closedToTracks;

    /** Makes a stream that has not begun. */
    CameraStream(
            SessionSlot slot,
            FrameFanout fanout,
            StreamWatch watch,
            Strand strand,
            Supplier<Deadlines> deadlines,
            Listener listener) {
        this.slot = slot;
        this.fanout = fanout;
        this.watch = watch;
        this.strand = strand;
        this.deadlines = deadlines;
        this.listener = listener;
    }

    /** Opens the camera through the best offer that works, and starts it. */
    Promise<Startup> bringUp(Function<SourceView, Selection> selector) {
        return slot.bringUp(selector, () -> {
            pause();
            expectFrames();
        });
    }

    /** Opens the camera through an offer while the present stream goes on, which the new one then replaces (HS-6). */
    Promise<Startup> handOver(Offer offer, Function<SourceView, Selection> selector) {
        return slot.handOver(offer, fanout, selector);
    }

    /** Watches the stream that was brought up, and tells of its first frame if it came before the start had returned. */
    void begun(VideoMode mode) {
        GuardedSession streaming = slot.streaming();
        paused = false;
        gate();
        if (!streaming.isMuted()) {
            watch(streaming, mode);
            if (fanout.hasBegun()) {
                listener.firstFrame();
            }
        }
        tellReported(streaming);
    }

    /** A restart follows, with deadlines of its own. */
    void pause() {
        paused = true;
        reported = Optional.empty();
        watch.stop();
    }

    /** What follows are not the tracks' pictures. */
    void interrupt() {
        pause();
        fanout.expectNothing();
        closedToTracks = true;
        gate();
    }

    /** Expects frames anew after an interruption. */
    void goesOn(GuardedSession streaming, VideoMode mode) {
        paused = false;
        closedToTracks = false;
        gate();
        if (!streaming.isClosing()) {
            resume(streaming, mode);
            tellReported(streaming);
        }
    }

    /** The session says that it delivers no pictures for a while, or delivers again. */
    void muted(GuardedSession streaming, Optional<VideoMode> mode) {
        gate();
        if (streaming.isMuted()) {
            watch.stop();
        } else {
            settlePictures().resolve(null);
            mode.filter(known -> !paused).ifPresent(known -> resume(streaming, known));
        }
    }

    /** Keeps a mode that is reported while the stream is paused until it goes on; answers whether it is. */
    boolean keepsUntilItGoesOn(VideoMode mode) {
        reported = Optional.of(mode); // of one that goes on, the next pause forgets it
        return paused;
    }

    /** Whether the camera itself delivers no pictures at present. */
    boolean isMuted() {
        return slot.session().filter(GuardedSession::isMuted).isPresent();
    }

    /** Resolved when the camera is not muted; fails if its session goes before. */
    Promise<Void> delivering() {
        return isMuted() ? pictures.getPromise() : ProviderCall.DONE;
    }

    /** Closes the session, if there is one. */
    void close() {
        pause();
        slot.close();
        closedToTracks = false;
        gate();
        settlePictures().fail(new SessionLostException("the session went while the camera was muted"));
    }

    private void resume(GuardedSession streaming, VideoMode mode) {
        if (!streaming.isMuted()) {
            expectFrames();
            watch(streaming, mode);
        }
    }

    private void tellReported(GuardedSession streaming) {
        Optional<VideoMode> told = reported;
        reported = Optional.empty();
        told.ifPresent(mode -> listener.modeChanged(streaming, mode));
    }

    private Deferred<Void> settlePictures() {
        Deferred<Void> waitedFor = pictures;
        pictures = ProviderCall.INLINE.deferred();
        return waitedFor;
    }

    private void gate() {
        fanout.openTracks(!closedToTracks && !isMuted());
    }

    private void expectFrames() {
        fanout.begin(() -> strand.execute(listener::firstFrame));
    }

    private void watch(GuardedSession streaming, VideoMode mode) {
        watch.start(mode, deadlines.get(), why -> listener.silent(streaming, streaming.offer() + ": " + why));
    }

    /** Who is told what becomes of the stream, on the strand. */
    interface Listener {
        /** The first frame after a beginning has come. */
        void firstFrame();

        /** A stream delivers nothing. */
        void silent(GuardedSession streaming, String why);

        /** The stream goes on in a mode that the camera chose. */
        void modeChanged(GuardedSession streaming, VideoMode mode);
    }
}
