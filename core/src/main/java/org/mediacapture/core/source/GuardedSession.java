// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider's session behind a fence: calls have deadlines, closing overtakes them, what a closed session still reports is
 * discarded, and a provider that does not come back is left behind. Thread-safe; promises of calls are resolved on the strand.
 */
final class GuardedSession implements FrameSink {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedSession.class);

    private final Offer offer;
    private final String name;
    private final Scheduler scheduler;
    private final Strand strand;
    private final Deadlines deadlines;
    private final SessionListener listener;
    private final FrameGate gate;

    private Optional<CameraSession> session = Optional.empty(); // guarded by this
    private Optional<ProviderCall<?>> current = Optional.empty(); // guarded by this
    private Optional<Promise<Void>> closed = Optional.empty(); // guarded by this
    private volatile boolean closing;
    private volatile Thread captureThread;
    private boolean muted; // on the strand

    GuardedSession(
            Offer offer,
            String name,
            Scheduler scheduler,
            Strand strand,
            Deadlines deadlines,
            SessionListener listener,
            FrameGate gate) {
        this.offer = offer;
        this.name = name;
        this.scheduler = scheduler;
        this.strand = strand;
        this.deadlines = deadlines;
        this.listener = listener;
        this.gate = gate;
    }

    Offer offer() {
        return offer;
    }

    /** Opens the camera and reads what it can do. */
    Promise<OpenCamera> open() {
        return start("open", deadlines.open(), () -> {
            CameraSession opened = offer.open(this);
            if (!keep(opened)) {
                opened.close();
                throw new CameraException(CameraException.Reason.LOST, offer + ": closed while it was being opened");
            }
            return OpenCamera.of(offer, opened);
        });
    }

    /** Makes one call into the open session. */
    <T> Promise<T> call(String what, Duration limit, SessionCall<T> body) {
        return start(what, limit, () -> body.on(opened()));
    }

    /**
     * Closes the session, ahead of whatever it is doing. Idempotent.
     *
     * @return a promise that resolves, on any thread, when all calls are back or the close deadline has passed; it never fails
     */
    Promise<Void> close() {
        Deferred<Void> done = ProviderCall.INLINE.deferred();
        Optional<ProviderCall<?>> running;
        Optional<CameraSession> toClose;
        synchronized (this) {
            if (closed.isPresent()) {
                return closed.get();
            }
            closing = true;
            gate.shut();
            closed = Optional.of(done.getPromise());
            running = current;
            toClose = session;
        }
        running.ifPresent(call -> call.abandon(new SessionLostException(offer + ": the session was closed")));
        List<Promise<Void>> returns = new ArrayList<>();
        running.ifPresent(call -> returns.add(call.returned()));
        toClose.ifPresent(opened -> returns.add(closeCall(opened)));
        Promise<?> allBack = ProviderCall.INLINE.all(returns);
        Scheduler.Timer deadline = scheduler.schedule(deadlines.close(), () -> leaveBehind(allBack, done));
        allBack.onResolve(() -> {
            deadline.cancel();
            resolve(done);
        });
        return done.getPromise();
    }

    /** Whether the calling thread belongs to this session, which then must not be waited for. */
    boolean isOwnThread() {
        return Thread.currentThread() == captureThread || isInOwnCall();
    }

    private synchronized boolean isInOwnCall() {
        return current.map(ProviderCall::isCurrentThread).orElse(false);
    }

    /** A thread that reports is the session's own from now on, but one that makes a call only as long as that takes. */
    private void noteThread() {
        Thread thread = Thread.currentThread();
        if (thread != captureThread && !isInOwnCall()) {
            captureThread = thread;
        }
    }

    /** Lets no frame pass any more, and answers whether none is on its way. Idempotent. */
    boolean stopDelivering() {
        return gate.shut();
    }

    boolean isClosing() {
        return closing;
    }

    /** Whether the session reported that it delivers no pictures, as behind a closed privacy shutter; on the strand. */
    boolean isMuted() {
        return muted;
    }

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        noteThread();
        if (!gate.enter() && !(takesOver(timestamp) && gate.enter())) {
            release.run();
            return;
        }
        try {
            listener.frame(data, sequence, timestamp, release);
        } finally {
            gate.leave();
        }
    }

    @Override
    public void modeChanged(VideoMode mode) {
        report(() -> listener.modeChanged(this, mode));
    }

    @Override
    public void controlsChanged(MediaTrackSettings settings) {
        report(() -> listener.controlsChanged(this, settings));
    }

    @Override
    public void muted(boolean nowMuted) {
        report(() -> {
            muted = nowMuted;
            listener.muted(this);
        });
    }

    @Override
    public void ended(EndCause cause, String message) {
        report(() -> listener.ended(this, cause, message));
    }

    /** Only who waits may take over: a frame that comes after the session was closed does not. */
    private boolean takesOver(long timestamp) {
        boolean takes = gate.isWaiting() && listener.takesOver(timestamp);
        if (takes) {
            gate.open();
        }
        return takes;
    }

    private void report(Runnable event) {
        noteThread();
        strand.execute(() -> {
            if (!closing) {
                event.run();
            }
        });
    }

    private <T> Promise<T> start(String what, Duration limit, Callable<T> body) {
        ProviderCall<T> call;
        synchronized (this) {
            if (closing) {
                return ProviderCall.INLINE.failed(new SessionLostException(offer + ": the session is closed"));
            }
            call = ProviderCall.start(
                    scheduler, strand, "camera-" + name, offer + ": " + what, limit, () -> overran(what, limit), body);
            current = Optional.of(call);
        }
        return call.result();
    }

    private void overran(String what, Duration limit) {
        String message = offer + ": " + what + " did not return within " + Deadlines.inWords(limit);
        strand.execute(() -> listener.ended(this, EndCause.FAILED, message));
        close();
    }

    private Promise<Void> closeCall(CameraSession opened) {
        return ProviderCall.<Void>start(
                        scheduler, strand, "camera-" + name, offer + ": close", deadlines.close(), () -> {}, () -> {
                            opened.close();
                            return null;
                        })
                .returned();
    }

    private void leaveBehind(Promise<?> allBack, Deferred<Void> done) {
        if (allBack.isDone()) {
            return;
        }
        String what = "a call into " + offer + " has not returned within " + Deadlines.inWords(deadlines.close())
                + " of closing and is abandoned";
        LOG.debug("{}: {}", name, what); // what is abandoned is the trouble of the offer, which is told
        offer.callAbandoned(what);
        allBack.onResolve(() -> offer.abandonedCallReturned(what));
        resolve(done);
    }

    /** Resolves once: by the last call that came back, or by the deadline. */
    private static void resolve(Deferred<Void> done) {
        synchronized (done) {
            if (!done.getPromise().isDone()) {
                done.resolve(null);
            }
        }
    }

    private synchronized boolean keep(CameraSession opened) {
        if (!closing) {
            session = Optional.of(opened);
        }
        return !closing;
    }

    private synchronized CameraSession opened() throws SessionLostException {
        return session.orElseThrow(() -> new SessionLostException(offer + ": the session is not open"));
    }

    /** One call into an open session. */
    @FunctionalInterface
    interface SessionCall<T> {
        T on(CameraSession session) throws CameraException;
    }
}
