// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * Opens a session beside the one that delivers, and switches between two frames: make-before-break (HS-6). It stays the listener of
 * the new session. Confined to the strand, but for what the capture thread of the new session calls.
 */
final class Handover implements SessionListener {
    /** So many frames of the new session may show what the old one has shown, before they are taken nevertheless. */
    private static final int FRAMES_OF_PATIENCE = 3;

    private final Scheduler scheduler;
    private final Strand strand;
    private final FrameFanout fanout;
    private final SessionListener listener;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPENING);
    private final Deferred<Void> arrival = ProviderCall.INLINE.deferred();
    private final List<Runnable> reports = new ArrayList<>();
    private volatile Optional<GuardedSession> old;
    private Optional<GuardedSession> next = Optional.empty();
    private Optional<Throwable> reason = Optional.empty();
    private Scheduler.Timer firstFrame = () -> {};
    private int passedOver; // on the capture thread of the new session
    private boolean arriving; // on the capture thread of the new session: the switch is made and not yet told

    /**
     * Makes a handover.
     *
     * @param old the session that delivers
     * @param listener who is told what the new session reports when it is in its place
     */
    Handover(GuardedSession old, Scheduler scheduler, Strand strand, FrameFanout fanout, SessionListener listener) {
        this.old = Optional.of(old);
        this.scheduler = scheduler;
        this.strand = strand;
        this.fanout = fanout;
        this.listener = listener;
    }

    /**
     * Opens and starts the new session and waits for its turn.
     *
     * @param opening the new session, which reports here
     * @return a promise that resolves when the frames are the new session's; whoever asked closes the old one then
     */
    Promise<Startup> to(GuardedSession opening, Deadlines deadlines, Function<SourceView, Selection> selector) {
        next = Optional.of(opening);
        return Startup.of(opening, deadlines, selector, () -> {})
                .flatMap(started -> {
                    phase.compareAndSet(Phase.OPENING, Phase.READY);
                    firstFrame = scheduler.schedule(
                            Deadlines.orFrames(
                                    deadlines.firstFrame(),
                                    started.selection().mode().frameRate()),
                            () -> strand.execute(() -> fail("no frame of it came")));
                    return arrival.getPromise().map(arrived -> started);
                })
                .recoverWith(failed -> {
                    phase.set(Phase.OVER);
                    opening.close();
                    return ProviderCall.INLINE.failed(whyItFailed(failed.getFailure()));
                })
                .onResolve(() -> firstFrame.cancel());
    }

    /** Whether a session is the new one, and not yet in its place. */
    boolean isFor(GuardedSession session) {
        return next.filter(session::equals).isPresent();
    }

    /** The new session. */
    Optional<GuardedSession> next() {
        return next;
    }

    /** The new session is in its place: what it reported meanwhile is told. */
    void inPlace() {
        next = Optional.empty();
        reports.forEach(strand::execute);
        reports.clear();
    }

    /** The old session is closed or left behind; it must not be held any longer. */
    void oldIsGone() {
        old = Optional.empty();
    }

    /** The camera is closed, or has lost its session: nothing is handed over. */
    void cancel(SessionLostException why) {
        phase.set(Phase.OVER);
        giveUp(why);
    }

    /** The new session does not come; after the switch it is a loss like any other. */
    void fail(String why) {
        if (phase.getAndUpdate(now -> now == Phase.TAKEN ? now : Phase.OVER) == Phase.TAKEN) {
            next.ifPresent(session -> reports.add(() -> listener.ended(session, EndCause.LOST, why)));
            arrived(); // the frame that would tell may not have passed
        } else {
            giveUp(new CameraException(CameraException.Reason.LOST, why));
        }
    }

    /** Switches with a frame that is later than the last one of the old session; that one's frame on its way is not waited for. */
    @Override
    public boolean takesOver(long timestamp) {
        if (phase.get() == Phase.READY
                && (fanout.isLater(timestamp) || passedOver++ == FRAMES_OF_PATIENCE)
                && phase.compareAndSet(Phase.READY, Phase.TAKEN)) {
            arriving = true;
        }
        boolean takes = phase.get() == Phase.TAKEN
                && old.map(GuardedSession::stopDelivering).orElse(true);
        if (takes) {
            fanout.handedOver();
        } else {
            tellArrival();
        }
        return takes;
    }

    /** The frame goes first: to wake the thread that closes the old session takes longer than the switch. */
    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        listener.frame(data, sequence, timestamp, release);
        tellArrival();
    }

    private void tellArrival() {
        if (arriving) {
            arriving = false;
            strand.execute(this::arrived);
        }
    }

    @Override
    public void modeChanged(GuardedSession session, VideoMode mode) {
        report(() -> listener.modeChanged(session, mode));
    }

    @Override
    public void controlsChanged(GuardedSession session, MediaTrackSettings settings) {
        report(() -> listener.controlsChanged(session, settings));
    }

    @Override
    public void muted(GuardedSession session) {
        report(() -> listener.muted(session));
    }

    @Override
    public void ended(GuardedSession session, EndCause cause, String message) {
        if (next.isEmpty()) {
            listener.ended(session, cause, message);
        } else {
            fail(message);
        }
    }

    private void report(Runnable report) {
        if (next.isEmpty()) {
            report.run();
        } else {
            reports.add(report);
        }
    }

    private void arrived() {
        if (!arrival.getPromise().isDone()) {
            arrival.resolve(null);
        }
    }

    private void giveUp(Throwable why) {
        if (!arrival.getPromise().isDone()) {
            reason = Optional.of(why);
            arrival.fail(why);
        }
        next.ifPresent(GuardedSession::close);
    }

    /** The reason that was given, rather than that the closed session has no more calls; it is not the camera that was lost. */
    private Throwable whyItFailed(Throwable failure) {
        return reason.orElseGet(() -> failure instanceof SessionLostException
                ? new CameraException(CameraException.Reason.LOST, failure.getMessage(), failure)
                : failure);
    }

    private enum Phase {
        OPENING,
        READY,
        TAKEN,
        OVER
    }
}
