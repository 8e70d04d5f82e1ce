// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.FrameStatistics;
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
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

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
public final class CameraSource implements SessionListener, CameraStream.Listener {
    private final Supplier<List<Offer>> offers;
    private final SourceParts parts;
    private final FrameFanout fanout;
    private final Configurator configurator;
    private final BringUp bringUp;
    private final Standby standby;
    private final CarryOver carryOver;
    private final PhotoOperation photo;
    private final PhotoPatience patience;
    private final Swap swap;

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
        this.offers = offers;
        this.fanout = new FrameFanout(scheduler, codecs);
        Strand strand = Strand.ofBriefTasks(scheduler);
        SessionSlot slot = new SessionSlot(name, offers, scheduler, strand, deadlines, this);
        CameraStream stream =
                new CameraStream(slot, fanout, new StreamWatch(scheduler, strand, fanout), strand, deadlines, this);
        this.parts = new SourceParts(
                name,
                strand,
                deadlines,
                new SourceStatus(onChange),
                new SourceTracks(fanout),
                slot,
                stream,
                new ControlQueue());
        BlackClock black = new BlackClock(scheduler, fanout);
        PhotoTaker photos = new PhotoTaker(scheduler, strand, fanout, codecs);
        this.configurator = new Configurator(parts);
        this.bringUp = new BringUp(parts, configurator, black);
        this.carryOver = new CarryOver(parts, scheduler, photos, black, bringUp, this::checkStandby);
        this.standby = new Standby(parts, scheduler, black, bringUp, carryOver::over, carryOver::awaitSuccessor);
        this.photo = new PhotoOperation(parts, photos, standby, this);
        this.patience = new PhotoPatience(parts, scheduler);
        this.swap = new Swap(parts, bringUp, carryOver);
    }

    /** What the source is like now. */
    public SourceView view() {
        return parts.view();
    }

    /** What became of its frames. */
    public FrameStatistics statistics() {
        return fanout.statistics();
    }

    /** Whether a track holds the camera, or one is on its way. */
    public boolean isInUse() {
        return !parts.tracks().isEmpty() || attaching > 0;
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
        return parts.strand().submit(() -> {
            attaching++;
            return parts.queue()
                    .<T>submit(
                            maker,
                            turn -> turn.follow(prepare(constraints, perspective)
                                    .map(output -> added(maker.apply(new Attachment(
                                            output,
                                            parts.tracks().isMuted()
                                                    || parts.stream().isMuted()))))))
                    .onResolve(this::attached);
        });
    }

    /** A camera that nobody holds any more is told of also where it was idle before, as after a stop of the core. */
    private void attached() {
        attaching--;
        boolean wasIdle = view().state() == CameraState.IDLE;
        closeIfUnused();
        if (wasIdle && !isInUse()) {
            parts.status().touch();
        }
        standby.check();
    }

    /** Adds a clone of a track; it ends if the camera is gone by then (TRK-10). */
    public void join(SourceTrack clone, SourceTrack original) {
        parts.strand().execute(() -> {
            if (!parts.tracks().contains(original) || !clone.isLive()) {
                clone.end("the camera was closed while the track was cloned");
            } else if (clone.output().equals(original.output())
                    && clone.demand().equals(original.demand())) { // whom the camera is configured for
                parts.tracks().add(clone);
                parts.tracks().tellWhetherMuted(clone);
                standby.check();
            } else {
                List<SeenTrack> seen = SeenTrack.of(List.of(clone), view());
                added(clone);
                parts.tracks().tellWhetherMuted(clone); // what it copied may be of before
                seen.forEach(track -> track.tellChange(view(), "the camera was configured while the track was cloned"));
            }
        });
    }

    /** Removes a track that has ended; the camera is closed with the last one. */
    public void detach(SourceTrack track) {
        parts.strand().execute(() -> {
            parts.tracks().remove(track);
            parts.queue().cancel(track, () -> new TrackEndedException("the track was stopped"));
            closeIfUnused();
            standby.check();
            if (!parts.tracks().isEmpty()) {
                parts.queue()
                        .<Void>submit(
                                this,
                                Completion.none(),
                                turn -> turn.after(configurator.relieve(), () -> turn.resolve(null)));
            }
        });
    }

    /** Configures the camera for new constraints of a track, which become its constraints (AC-1, AC-3 to AC-5). */
    public Promise<Void> reconfigure(SourceTrack track, MediaTrackConstraints constraints) {
        return this.<Output>operation(
                        track,
                        turn -> turn.follow(
                                configurator.change(track, constraints).onResolve(standby::follow)))
                .<Void>map(output -> null)
                .recoverWith(failed -> failed.getFailure() instanceof TrackEndedException
                        ? ProviderCall.DONE
                        : ProviderCall.INLINE.failed(failed.getFailure()));
    }

    /**
     * Takes a photo in its turn (IC-19), or gives up on it at its deadline, wherever it waits.
     *
     * @param taken is resolved with the photo, or fails, on the strand
     */
    public void takePhoto(SourceTrack track, PhotoWish wish, Deferred<Blob> taken) {
        parts.strand().execute(() -> {
            Completion<Blob> asker = patience.begin(taken);
            enqueue(track, asker, turn -> photo.take(wish, turn));
            patience.asked(asker);
        });
    }

    /** What the camera can do for a photo (IC-11). */
    public Promise<PhotoCapabilities> photoCapabilities(SourceTrack track) {
        return operation(track, turn -> turn.resolve(view().photoCapabilities()));
    }

    /** How the camera would take a photo now (IC-12). */
    public Promise<PhotoSettings> photoSettings(SourceTrack track) {
        return operation(track, turn -> turn.follow(photo.settings()));
    }

    /** Reads the controls, in turn. */
    public Promise<MediaTrackSettings> read(SourceTrack track) {
        return operation(track, turn -> turn.follow(configurator.read()));
    }

    /**
     * Brings the camera to another of its providers in its turn, and its tracks with it (HS-6); that provider is tried first as long
     * as the camera is in use.
     *
     * @param provider name of the provider
     */
    public Promise<Void> swap(String provider) {
        return parts.strand().submit(() -> parts.queue().submit(this, turn -> turn.follow(swap.to(provider))));
    }

    /** Tells that a track was enabled or disabled (TRK-13). Returns at once. */
    public void enabledChanged() {
        parts.strand().execute(standby::enabledChanged);
    }

    /** Tells that services came or changed. Returns at once. */
    public void offersChanged() {
        parts.strand().execute(carryOver::offersChanged);
    }

    /**
     * Closes the session if it stands on an offer that goes, which mutes or ends the tracks.
     *
     * @param going tells the offers that go
     * @return a promise that resolves when the session is closed, or left behind, and the tracks know; resolved already if there
     *     is nothing to close, or the calling thread must not wait for it (HS-2)
     */
    public Promise<Void> closeFor(Predicate<Offer> going) {
        offers.get().stream().filter(going).forEach(Offer::withdraw);
        List<GuardedSession> concerned = parts.slot().sessions().stream()
                .filter(session -> going.test(session.offer()))
                .toList();
        concerned.forEach(gone -> gone.offer().withdraw());
        if (concerned.isEmpty()) {
            parts.strand().execute(this::awaitOffer);
            return ProviderCall.DONE;
        }
        boolean mayWait = concerned.stream().noneMatch(GuardedSession::isOwnThread);
        Promise<Void> closing = closeAll(concerned);
        Promise<Void> known = parts.strand().submit(() -> {
            concerned.forEach(
                    gone -> carryOver.lost(gone, EndCause.LOST, "the provider " + gone.offer() + " went away"));
            return ProviderCall.DONE;
        });
        return mayWait ? closing.flatMap(closed -> known) : ProviderCall.DONE;
    }

    /** Ends all tracks and closes the camera, for the end of the core. */
    public Promise<Void> shutDown(String cause) {
        Promise<Void> closing = closeAll(parts.slot().sessions());
        parts.strand().execute(() -> carryOver.endAll(cause));
        return closing;
    }

    private static Promise<Void> closeAll(List<GuardedSession> sessions) {
        return ProviderCall.INLINE
                .all(sessions.stream().map(GuardedSession::close).toList())
                .map(closed -> null);
    }

    // ---- operations, in the order of the queue ----

    /** One that comes too late for its track fails at once, also if the track was stopped since it was asked for (IC-13). */
    private <T> Promise<T> operation(SourceTrack track, ControlQueue.Operation<T> body) {
        Deferred<T> outcome = ProviderCall.INLINE.deferred();
        parts.strand().execute(() -> enqueue(track, Completion.of(outcome), body));
        return outcome.getPromise();
    }

    private <T> void enqueue(SourceTrack track, Completion<T> asker, ControlQueue.Operation<T> body) {
        if (track.isLive() && parts.tracks().contains(track)) {
            parts.queue().submit(track, asker, body);
        } else {
            asker.fail(new TrackEndedException(parts.name() + ": the track has ended"));
        }
    }

    private Promise<Output> prepare(MediaTrackConstraints constraints, Perspective perspective) {
        if (standby.isReleased()) {
            return standby.awake().flatMap(awake -> configurator.add(constraints, perspective));
        }
        if (parts.slot().open().isPresent()) {
            return configurator.add(constraints, perspective);
        }
        parts.status().show(view().in(CameraState.OPENING, ""));
        return bringUp.with(opened ->
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

    private <T extends SourceTrack> T added(T track) {
        parts.tracks().add(track);
        view().mode().ifPresent(configurator::adapt); // it may have changed by itself while the track was on its way
        standby.check();
        return track;
    }

    // ---- what keeps the camera open ----

    private void checkStandby() {
        standby.check();
    }

    /** A released camera whose last provider went waits for another as one that delivers does. */
    private void awaitOffer() {
        if (standby.isReleased() && offers.get().stream().noneMatch(Offer::isUsable)) {
            carryOver.awaitSuccessor("its provider went away");
        }
    }

    private void closeIfUnused() {
        boolean onlyWaiting = parts.tracks().isEmpty() && view().state() == CameraState.LOST;
        if (!isInUse() || onlyWaiting) {
            carryOver.goIdle();
        }
    }

    // ---- what the session reports ----

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        fanout.deliver(data, sequence, timestamp, release);
    }

    @Override
    public void modeChanged(GuardedSession reporting, VideoMode mode) {
        if (!parts.stream().keepsUntilItGoesOn(mode)) {
            changed("the camera changed its mode", view().set(Optional.of(mode), view().values()));
        }
    }

    @Override
    public void controlsChanged(GuardedSession reporting, MediaTrackSettings settings) {
        changed(
                "the camera changed its controls",
                view().set(view().mode(), view().values().with(settings)));
    }

    private void changed(String cause, SourceView after) {
        SourceView before = view();
        List<SeenTrack> seen = SeenTrack.of(parts.tracks().all(), before);
        parts.status().show(after);
        after.mode().filter(mode -> !before.mode().equals(Optional.of(mode))).ifPresent(configurator::adapt);
        seen.forEach(track -> track.tellChange(after, cause));
    }

    @Override
    public void muted(GuardedSession reporting) {
        parts.stream().muted(reporting, view().mode());
        if (reporting.isMuted()) {
            parts.tracks().mute("the camera delivers no pictures");
        }
    }

    @Override
    public void ended(GuardedSession reporting, EndCause cause, String message) {
        reporting.close();
        carryOver.lost(reporting, cause, message);
    }

    // ---- what becomes of the stream ----

    @Override
    public void silent(GuardedSession streaming, String why) {
        ended(streaming, EndCause.LOST, why);
    }

    @Override
    public void firstFrame() {
        if (view().state() == CameraState.STREAMING && !parts.stream().isMuted()) {
            carryOver.over();
            parts.tracks().unmute("the camera delivers");
        }
    }
}
