// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Current;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One camera, whoever provides it: opened with its first track, closed with its last, and carried over to a successor when its
 * provider goes. Public methods are thread-safe; all else is confined to the strand.
 *
 * <pre>
 * state      means                                        leaves when
 * IDLE       no track, no session                         a track is asked for
 * OPENING    the first track is on its way                it streams, or no offer could be opened
 * STREAMING  a session delivers to at least one track     the last track ends, or the session goes
 * LOST       tracks are muted and wait for a successor    a successor streams, or grace is over
 * </pre>
 */
public final class CameraSource implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(CameraSource.class);

    private final String name;
    private final Supplier<List<Offer>> offers;
    private final Supplier<Deadlines> deadlines;
    private final Runnable onChange;
    private final Strand strand;
    private final FrameFanout fanout;
    private final SourceTracks tracks;
    private final SessionSlot slot;
    private final ControlQueue queue = new ControlQueue();
    private final PhotoTaker photos;
    private final StreamWatch watch;
    private final Recovery recovery;

    private volatile SourceView view = SourceView.IDLE;
    private volatile int attaching; // written on the strand only

    /**
     * Makes a source.
     *
     * @param name short name of the camera
     * @param offers the services that offer it at present, the best first
     * @param scheduler threads and clock
     * @param deadlines the deadlines in force
     * @param codecs encoders for photos
     * @param onChange called after the state changed; returns at once
     */
    public CameraSource(
            String name,
            Supplier<List<Offer>> offers,
            Scheduler scheduler,
            Supplier<Deadlines> deadlines,
            Codecs codecs,
            Runnable onChange) {
        this.name = name;
        this.offers = offers;
        this.deadlines = deadlines;
        this.onChange = onChange;
        this.strand = new Strand(scheduler);
        this.fanout = new FrameFanout(scheduler);
        this.tracks = new SourceTracks(fanout);
        this.slot = new SessionSlot(name, offers, scheduler, strand, deadlines, this);
        this.photos = new PhotoTaker(scheduler, strand, fanout, codecs);
        this.watch = new StreamWatch(scheduler, strand, fanout);
        this.recovery = new Recovery(scheduler, strand, this::carryOver, this::graceOver);
    }

    /** What the source is like now. */
    public SourceView view() {
        return view;
    }

    /** Whether a track holds the camera, or one is on its way. */
    public boolean isInUse() {
        return !tracks.isEmpty() || attaching > 0;
    }

    /**
     * Opens the camera if it is closed, configures it, and adds a track.
     *
     * @param constraints what the track asks
     * @param inherent the camera as the track's origin sees it
     * @param maker makes the track when everything else has succeeded
     * @return a promise that resolves on the strand; it fails with {@link CameraException} if the camera cannot be opened,
     *     and with OverconstrainedException if it cannot do what is asked
     */
    public <T extends SourceTrack> Promise<T> attach(
            MediaTrackConstraints constraints, MediaTrackSettings inherent, Supplier<T> maker) {
        return strand.submit(() -> {
            attaching++;
            return queue.submit(maker, () -> prepare(constraints, inherent).map(done -> added(maker.get())))
                    .onResolve(() -> {
                        attaching--;
                        closeIfUnused();
                    });
        });
    }

    /** Removes a track that has ended; the camera is closed with the last one. */
    public void detach(SourceTrack track) {
        strand.execute(() -> {
            tracks.remove(track);
            queue.cancel(track, new MediaException(ErrorName.UNKNOWN, "the track was stopped"));
            closeIfUnused();
        });
    }

    /** Configures the camera for new constraints of a track, which become its constraints (AC-3..5). */
    public Promise<Void> reconfigure(SourceTrack track, MediaTrackConstraints constraints) {
        return strand.submit(() -> queue.submit(
                track,
                () -> configure(constraints, track.inherent(), tracks.others(track))
                        .map(done -> {
                            track.constrained(constraints);
                            return null;
                        })));
    }

    /** Takes a photo in its turn (IC-19). */
    public Promise<Blob> takePhoto(SourceTrack track, PhotoSettings settings) {
        return strand.submit(() -> queue.submit(track, () -> photo(settings)));
    }

    /** Tells that services came or changed. Returns at once. */
    public void offersChanged() {
        strand.execute(recovery::tryNow);
    }

    /**
     * Closes the session if it stands on an offer that goes; what follows from it is queued.
     *
     * @param going tells the offers that go
     * @return a promise that resolves when the session is closed, or left behind; resolved already if there is nothing to
     *     close, or the calling thread must not wait for it (HS-2)
     */
    public Promise<Void> closeFor(Predicate<Offer> going) {
        offers.get().stream().filter(going).forEach(Offer::withdraw);
        Optional<GuardedSession> concerned = slot.session().filter(current -> going.test(current.offer()));
        concerned.map(GuardedSession::offer).ifPresent(Offer::withdraw);
        if (concerned.isEmpty()) {
            return ProviderCall.INLINE.resolved(null);
        }
        GuardedSession gone = concerned.get();
        boolean mayWait = !gone.isOwnThread();
        Promise<Void> closing = gone.close();
        strand.execute(() -> lost(gone, EndCause.LOST, "the provider " + gone.offer() + " went away"));
        return mayWait ? closing : ProviderCall.INLINE.resolved(null);
    }

    /** Ends all tracks and closes the camera, for the end of the core. */
    public Promise<Void> shutDown(String cause) {
        Promise<Void> closing =
                slot.session().map(GuardedSession::close).orElseGet(() -> ProviderCall.INLINE.resolved(null));
        strand.execute(() -> endAll(cause));
        return closing;
    }

    // ---- opening and configuring ----

    private Promise<Void> prepare(MediaTrackConstraints constraints, MediaTrackSettings inherent) {
        if (slot.open().isPresent()) {
            return configure(constraints, inherent, tracks.all());
        }
        show(view.in(CameraState.OPENING, ""));
        return bringUp(opened ->
                        ConstraintSolver.select(opened.space(inherent), Current.NONE, constraints, mode -> true))
                .recoverWith(failed -> failed(openingFailure(failed.getFailure())));
    }

    /** While there is no track there is nothing to carry over: a loss is a plain failure to open. */
    private static Throwable openingFailure(Throwable failure) {
        return failure instanceof SessionLostException
                ? new CameraException(CameraException.Reason.LOST, failure.getMessage(), failure)
                : failure;
    }

    private Promise<Void> bringUp(Function<SourceView, Selection> selector) {
        return slot.bringUp(selector, this::expectFrames).map(streaming -> {
            show(streaming);
            watch(slot.streaming(), streaming.mode().orElseThrow());
            if (fanout.hasBegun()) {
                firstFrame(); // it came before the start had returned
            }
            return null;
        });
    }

    private void expectFrames() {
        fanout.begin(() -> strand.execute(this::firstFrame));
    }

    private void watch(GuardedSession streaming, VideoMode mode) {
        watch.start(
                mode, deadlines.get(), silence -> ended(streaming, EndCause.LOST, streaming.offer() + ": " + silence));
    }

    private Promise<Void> configure(
            MediaTrackConstraints constraints, MediaTrackSettings inherent, List<SourceTrack> others) {
        GuardedSession streaming = slot.streaming();
        SourceView before = view;
        Selection selection = ConstraintSolver.select(
                before.space(inherent), before.current(), constraints, SourceTracks.acceptedBy(others, before));
        boolean restarts = !before.mode().equals(Optional.of(selection.mode()));
        if (restarts) {
            watch.stop(); // a restart has a deadline of its own, and may take longer than a stall
        }
        return new StreamControl(deadlines.get())
                .apply(streaming, before, selection)
                .onResolve(() -> {
                    if (restarts) {
                        streamsAgain(streaming);
                    }
                })
                .recoverWith(failed -> failed(operationError(failed.getFailure())))
                .map(values -> {
                    show(view.set(Optional.of(selection.mode()), values));
                    SourceTracks.tellChanges(others, before, view, "another track of the camera was configured");
                    return null;
                });
    }

    /** Expects frames anew after an interruption of the stream. */
    private void streamsAgain(GuardedSession streaming) {
        if (!streaming.isClosing()) {
            expectFrames();
            view.mode().ifPresent(mode -> watch(streaming, mode));
        }
    }

    private Throwable operationError(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.OPERATION, name + ": " + failure.getMessage(), failure)
                : failure;
    }

    private <T extends SourceTrack> T added(T track) {
        tracks.add(track);
        onChange.run();
        return track;
    }

    private Promise<Blob> photo(PhotoSettings settings) {
        return new PhotoOperation(name, slot, photos, deadlines, new PhotoInterruption(), this)
                .take(view.mode(), settings);
    }

    // ---- what the session reports ----

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        fanout.deliver(data, sequence, timestamp, release);
    }

    @Override
    public void modeChanged(GuardedSession reporting, VideoMode mode) {
        changed("the camera changed its mode", view.set(Optional.of(mode), view.values()));
    }

    @Override
    public void controlsChanged(GuardedSession reporting, MediaTrackSettings settings) {
        changed(
                "the camera changed its controls",
                view.set(view.mode(), view.values().with(settings)));
    }

    private void changed(String cause, SourceView after) {
        SourceView before = view;
        show(after);
        SourceTracks.tellChanges(tracks.all(), before, view, cause);
    }

    @Override
    public void muted(GuardedSession reporting, boolean muted) {
        if (muted) {
            watch.stop();
            tracks.mute("the camera delivers no pictures");
        } else {
            streamsAgain(reporting);
        }
    }

    @Override
    public void ended(GuardedSession reporting, EndCause cause, String message) {
        reporting.close();
        lost(reporting, cause, message);
    }

    private void firstFrame() {
        if (view.state() == CameraState.STREAMING) {
            recovery.stop();
            tracks.unmute("the camera delivers");
        }
    }

    // ---- loss, recovery, end ----

    private void lost(GuardedSession gone, EndCause cause, String message) {
        if (!slot.isOpen(gone)) {
            resumeUnlessLost(); // an old session, or one that is being opened: whoever opens it gets the failure
            return;
        }
        LOG.info("{}: lost: {}", name, message);
        gone.offer().trouble(message);
        closeSession(message);
        if (tracks.isEmpty()) {
            goIdle(); // who is on the way to it opens it anew
            return;
        }
        if (cause == EndCause.FINISHED || deadlines.get().grace().isZero()) {
            endAll(message);
            return;
        }
        queue.pause();
        show(view.lost(message));
        tracks.mute(message);
        recovery.begin(deadlines.get().grace());
    }

    /** Brings the tracks to a successor, in the mode and with the controls in force (HS-3). */
    private Promise<Void> carryOver() {
        SourceView before = view;
        return bringUp(opened -> successor(before, opened)).map(done -> {
            LOG.info("{}: carried over to {}", name, slot.streaming().offer());
            SourceTracks.tellChanges(tracks.all(), before, view, "the provider of the camera was replaced");
            queue.resume();
            return null;
        });
    }

    private Selection successor(SourceView before, SourceView opened) {
        List<SourceTrack> waiting = tracks.all();
        return Succession.select(before, opened, waiting.get(0), SourceTracks.acceptedBy(waiting, opened));
    }

    private void graceOver() {
        endAll(view.cause() + "; no provider brought it back within "
                + Deadlines.inWords(deadlines.get().grace()));
    }

    private void endAll(String cause) {
        tracks.removeAll(track -> {
            queue.cancel(track, new MediaException(ErrorName.UNKNOWN, name + ": the track ended: " + cause));
            track.end(cause);
        });
        goIdle();
    }

    private void closeIfUnused() {
        boolean onlyWaiting = tracks.isEmpty() && view.state() == CameraState.LOST;
        if (!isInUse() || onlyWaiting) {
            goIdle();
        }
    }

    /** Closes the camera; who still wants to attach opens it anew. */
    private void goIdle() {
        recovery.stop();
        closeSession("the camera was closed");
        show(SourceView.IDLE);
        strand.execute(this::resumeUnlessLost); // after what the closing has put on the strand
    }

    private void resumeUnlessLost() {
        if (view.state() != CameraState.LOST) {
            queue.resume();
        }
    }

    private void closeSession(String cause) {
        watch.stop();
        slot.close();
        photos.sessionLost(cause);
    }

    private static <T> Promise<T> failed(Throwable failure) {
        return ProviderCall.INLINE.failed(failure);
    }

    private void show(SourceView now) {
        view = now;
        onChange.run();
    }

    private final class PhotoInterruption implements PhotoOperation.Interruption {
        @Override
        public void begin(String cause) {
            fanout.openTracks(false);
            watch.stop();
            tracks.mute(cause);
        }

        @Override
        public void end(GuardedSession streaming) {
            fanout.openTracks(true);
            streamsAgain(streaming);
        }
    }
}
