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
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.BlackClock;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Current;
import org.mediacapture.core.select.Output;
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
 * RELEASED   all tracks are disabled; no session          a track is enabled or made, or a photo is taken
 * LOST       tracks are muted and wait for a successor    a successor streams, or grace is over
 * </pre>
 */
public final class CameraSource implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(CameraSource.class);

    private final String name;
    private final Supplier<List<Offer>> offers;
    private final Supplier<Deadlines> deadlines;
    private final Strand strand;
    private final FrameFanout fanout;
    private final BlackClock black;
    private final SourceTracks tracks;
    private final SourceStatus status;
    private final SessionSlot slot;
    private final CameraStream stream;
    private final Configurator configurator;
    private final ControlQueue queue = new ControlQueue();
    private final PhotoTaker photos;
    private final Release release;
    private final Recovery recovery;

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
        this.strand = new Strand(scheduler);
        this.fanout = new FrameFanout(scheduler);
        this.black = new BlackClock(scheduler, fanout);
        this.tracks = new SourceTracks(fanout);
        this.status = new SourceStatus(onChange);
        this.slot = new SessionSlot(name, offers, scheduler, strand, deadlines, this);
        this.stream = new CameraStream(
                slot,
                fanout,
                new StreamWatch(scheduler, strand, fanout),
                strand,
                deadlines,
                this::firstFrame,
                (silent, why) -> ended(silent, EndCause.LOST, why));
        this.configurator = new Configurator(name, status, slot, stream, tracks, deadlines);
        this.photos = new PhotoTaker(scheduler, strand, fanout, codecs);
        this.release = new Release(scheduler, strand, this::isUnwanted, this::letGo);
        this.recovery = new Recovery(scheduler, strand, this::carryOver, this::graceOver);
    }

    /** What the source is like now. */
    public SourceView view() {
        return status.view();
    }

    /** Whether a track holds the camera, or one is on its way. */
    public boolean isInUse() {
        return !tracks.isEmpty() || attaching > 0;
    }

    /**
     * Opens the camera if it is closed, configures it, and adds a track.
     *
     * @param constraints what the track asks
     * @param perspective how the track sees the camera
     * @param maker makes the track when everything else has succeeded
     * @return a promise that resolves on the strand; it fails with {@link CameraException} if the camera cannot be opened,
     *     and with OverconstrainedException if it cannot do what is asked
     */
    public <T extends SourceTrack> Promise<T> attach(
            MediaTrackConstraints constraints, Perspective perspective, Function<Attachment, T> maker) {
        return strand.submit(() -> {
            attaching++;
            return queue.submit(
                            maker,
                            () -> prepare(constraints, perspective)
                                    .map(output -> added(maker.apply(new Attachment(output, tracks.isMuted())))))
                    .onResolve(() -> {
                        attaching--;
                        closeIfUnused();
                    });
        });
    }

    /** Adds a clone of a track; it ends if the camera is gone by then (TRK-10). */
    public void join(SourceTrack clone, SourceTrack original) {
        strand.execute(() -> {
            if (tracks.contains(original) && clone.isLive()) {
                added(clone);
            } else {
                clone.end("the camera was closed while the track was cloned");
            }
        });
    }

    /** Removes a track that has ended; the camera is closed with the last one. */
    public void detach(SourceTrack track) {
        strand.execute(() -> {
            tracks.remove(track);
            queue.cancel(track, new TrackEndedException("the track was stopped"));
            closeIfUnused();
            release.check();
        });
    }

    /** Configures the camera for new constraints of a track, which become its constraints (AC-1, AC-3 to AC-5). */
    public Promise<Void> reconfigure(SourceTrack track, MediaTrackConstraints constraints) {
        return operation(track, () -> configurator.change(track, constraints))
                .<Void>map(output -> null)
                .recoverWith(failed -> failed.getFailure() instanceof TrackEndedException
                        ? ProviderCall.INLINE.resolved(null)
                        : ProviderCall.INLINE.failed(failed.getFailure()));
    }

    /** Takes a photo in its turn (IC-19). */
    public Promise<Blob> takePhoto(SourceTrack track, PhotoSettings settings) {
        return operation(track, () -> photo(settings));
    }

    /** What the camera can do for a photo (IC-11). */
    public Promise<PhotoCapabilities> photoCapabilities(SourceTrack track) {
        return operation(track, () -> ProviderCall.INLINE.resolved(view().photoCapabilities()));
    }

    /** How the camera would take a photo now (IC-12). */
    public Promise<PhotoSettings> photoSettings(SourceTrack track) {
        return operation(track, () -> photoOperation().settings(view()));
    }

    /** Reads the controls, in turn. */
    public Promise<MediaTrackSettings> read(SourceTrack track) {
        return operation(track, configurator::read);
    }

    /** Tells that a track was enabled or disabled (TRK-13). Returns at once. */
    public void enabledChanged() {
        strand.execute(() -> {
            if (isReleased() && tracks.anyEnabled()) {
                tracks.mute("the camera is opened again");
                queue.submit(this, this::reopen);
            }
            release.check();
        });
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
            strand.execute(this::awaitOffer);
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

    // ---- operations, in the order of the queue ----

    /** One that comes too late for its track fails at once. */
    private <T> Promise<T> operation(SourceTrack track, Supplier<Promise<T>> body) {
        return strand.submit(() -> tracks.contains(track)
                ? queue.submit(track, body)
                : ProviderCall.INLINE.failed(new TrackEndedException(name + ": the track has ended")));
    }

    private Promise<Output> prepare(MediaTrackConstraints constraints, Perspective perspective) {
        if (isReleased()) {
            return wake().flatMap(awake -> configurator.add(constraints, perspective));
        }
        if (slot.open().isPresent()) {
            return configurator.add(constraints, perspective);
        }
        status.show(view().in(CameraState.OPENING, ""));
        return bringUp(opened ->
                        ConstraintSolver.select(opened.space(perspective), Current.NONE, constraints, List.of()))
                .map(Selection::output)
                .recoverWith(failed -> ProviderCall.INLINE.failed(openingFailure(failed.getFailure())));
    }

    /** While there is no track there is nothing to carry over: a loss is a plain failure to open. */
    private static Throwable openingFailure(Throwable failure) {
        return failure instanceof SessionLostException
                ? new CameraException(CameraException.Reason.LOST, failure.getMessage(), failure)
                : failure;
    }

    private Promise<Selection> bringUp(Function<SourceView, Selection> selector) {
        return stream.bringUp(selector).map(streaming -> {
            VideoMode mode = streaming.selection().mode();
            black.stop();
            status.show(streaming.view());
            configurator.adapt(mode);
            stream.begun(mode);
            return streaming.selection();
        });
    }

    private Promise<Blob> photo(PhotoSettings settings) {
        Promise<?> awake = isReleased() ? wake() : ProviderCall.INLINE.resolved(null);
        return awake.flatMap(done -> photoOperation().take(view().mode(), settings))
                .recoverWith(failed -> ProviderCall.INLINE.failed(photoFailure(failed.getFailure())))
                .onResolve(release::check);
    }

    private Throwable photoFailure(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.UNKNOWN, name + ": " + failure.getMessage(), failure)
                : failure;
    }

    private PhotoOperation photoOperation() {
        return new PhotoOperation(slot, photos, deadlines, new PhotoInterruption(), this);
    }

    private <T extends SourceTrack> T added(T track) {
        tracks.add(track);
        release.check();
        return track;
    }

    // ---- released while nobody wants pictures ----

    private boolean isReleased() {
        return view().state() == CameraState.RELEASED;
    }

    private boolean isUnwanted() {
        return view().state() == CameraState.STREAMING && !tracks.isEmpty() && !tracks.anyEnabled();
    }

    private void letGo() {
        queue.submit(this, () -> {
            if (isUnwanted()) {
                stream.close();
                status.show(view().closed(CameraState.RELEASED, "all its tracks are disabled"));
                view().mode().ifPresent(mode -> black.start(mode.frameRate(), mode.width(), mode.height()));
            }
            return ProviderCall.INLINE.resolved(null);
        });
    }

    private Promise<Selection> wake() {
        SourceView before = view();
        return bringUp(opened -> Succession.select(before, opened, tracks.all()));
    }

    private Promise<Void> reopen() {
        if (!isReleased()) {
            return ProviderCall.INLINE.resolved(null);
        }
        if (!tracks.anyEnabled()) {
            tracks.unmute("all its tracks are disabled again");
            return ProviderCall.INLINE.resolved(null);
        }
        return wake().<Void>map(awake -> null).recover(failed -> {
            awaitSuccessor(String.valueOf(failed.getFailure().getMessage()));
            return null;
        });
    }

    /** A released camera whose last provider went waits for another as one that delivers does. */
    private void awaitOffer() {
        if (isReleased() && offers.get().stream().noneMatch(Offer::isUsable)) {
            awaitSuccessor("its provider went away");
        }
    }

    // ---- what the session reports ----

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        fanout.deliver(data, sequence, timestamp, release);
    }

    @Override
    public void modeChanged(GuardedSession reporting, VideoMode mode) {
        changed("the camera changed its mode", view().set(Optional.of(mode), view().values()));
    }

    @Override
    public void controlsChanged(GuardedSession reporting, MediaTrackSettings settings) {
        changed(
                "the camera changed its controls",
                view().set(view().mode(), view().values().with(settings)));
    }

    private void changed(String cause, SourceView after) {
        List<SeenTrack> seen = SeenTrack.of(tracks.all(), view());
        status.show(after);
        after.mode().ifPresent(configurator::adapt);
        seen.forEach(track -> track.tellChange(after, cause));
    }

    @Override
    public void muted(GuardedSession reporting, boolean muted) {
        if (muted) {
            stream.pause();
            tracks.mute("the camera delivers no pictures");
        } else {
            view().mode().ifPresent(mode -> stream.goesOn(reporting, mode));
        }
    }

    @Override
    public void ended(GuardedSession reporting, EndCause cause, String message) {
        reporting.close();
        lost(reporting, cause, message);
    }

    private void firstFrame() {
        if (view().state() == CameraState.STREAMING) {
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
        } else if (cause == EndCause.FINISHED) {
            endAll(message);
        } else {
            awaitSuccessor(message);
        }
    }

    private void awaitSuccessor(String message) {
        black.stop();
        if (deadlines.get().grace().isZero()) {
            endAll(message);
            return;
        }
        queue.pause();
        status.show(view().closed(CameraState.LOST, message));
        tracks.mute(message);
        recovery.begin(deadlines.get().grace());
    }

    /** Brings the tracks to a successor, in the mode and with the controls in force (HS-3). */
    private Promise<Void> carryOver() {
        SourceView before = view();
        List<SeenTrack> seen = SeenTrack.of(tracks.all(), before);
        return wake().map(awake -> {
            LOG.info("{}: carried over to {}", name, slot.streaming().offer());
            seen.forEach(track -> track.tellChange(view(), "the provider of the camera was replaced"));
            queue.resume();
            release.check();
            return null;
        });
    }

    private void graceOver() {
        endAll(view().cause() + "; no provider brought it back within "
                + Deadlines.inWords(deadlines.get().grace()));
    }

    private void endAll(String cause) {
        tracks.removeAll(track -> {
            queue.cancel(track, new TrackEndedException(name + ": the track ended: " + cause));
            track.end(cause);
        });
        goIdle();
    }

    private void closeIfUnused() {
        boolean onlyWaiting = tracks.isEmpty() && view().state() == CameraState.LOST;
        if (!isInUse() || onlyWaiting) {
            goIdle();
        }
    }

    /** Closes the camera; who still wants to attach opens it anew. */
    private void goIdle() {
        recovery.stop();
        black.stop();
        closeSession("the camera was closed");
        status.show(SourceView.IDLE);
        strand.execute(this::resumeUnlessLost); // after what the closing has put on the strand
    }

    private void resumeUnlessLost() {
        if (view().state() != CameraState.LOST) {
            queue.resume();
        }
    }

    private void closeSession(String cause) {
        stream.close();
        photos.sessionLost(cause);
    }

    private final class PhotoInterruption implements PhotoOperation.Interruption {
        @Override
        public void begin(String cause) {
            fanout.openTracks(false);
            stream.pause();
            tracks.mute(cause);
        }

        @Override
        public void end(GuardedSession streaming) {
            fanout.openTracks(true);
            view().mode().ifPresent(mode -> stream.goesOn(streaming, mode));
        }
    }
}
