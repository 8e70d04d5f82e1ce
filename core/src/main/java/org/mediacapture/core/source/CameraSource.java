// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import org.osgi.util.promise.Deferred;
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
    private final Scheduler scheduler;
    private final Supplier<Deadlines> deadlines;
    private final Runnable onChange;
    private final Strand strand;
    private final FrameFanout fanout;
    private final ControlQueue queue = new ControlQueue();
    private final PhotoTaker photos;
    private final StreamWatch watch;
    private final Recovery recovery;

    private volatile SourceView view = SourceView.IDLE;
    private volatile List<SourceTrack> tracks = List.of();
    private volatile Optional<GuardedSession> session = Optional.empty();
    private volatile int attaching; // written on the strand only
    private int attempts;
    private Optional<OpenCamera> open = Optional.empty();
    private Promise<Void> closed = ProviderCall.INLINE.resolved(null);

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
        this.scheduler = scheduler;
        this.deadlines = deadlines;
        this.onChange = onChange;
        this.strand = new Strand(scheduler);
        this.fanout = new FrameFanout(scheduler);
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
        return onStrand(() -> {
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
            tracks = tracks.stream().filter(other -> other != track).toList();
            fanout.removeTrack(track.feed());
            queue.cancel(track, new MediaException(ErrorName.UNKNOWN, "the track was stopped"));
            closeIfUnused();
        });
    }

    /** Configures the camera for new constraints of a track, which become its constraints (AC-3..5). */
    public Promise<Void> reconfigure(SourceTrack track, MediaTrackConstraints constraints) {
        return onStrand(() -> queue.submit(
                track,
                () -> configure(constraints, track.inherent(), others(track)).map(done -> {
                    track.constrained(constraints);
                    return null;
                })));
    }

    /** Takes a photo in its turn (IC-19). */
    public Promise<Blob> takePhoto(SourceTrack track, PhotoSettings settings) {
        return onStrand(() -> queue.submit(track, () -> photo(settings)));
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
        session.map(GuardedSession::offer).filter(going).ifPresent(Offer::withdraw);
        Optional<GuardedSession> concerned = session.filter(current -> going.test(current.offer()));
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
        Promise<Void> closing = session.map(GuardedSession::close).orElseGet(() -> ProviderCall.INLINE.resolved(null));
        strand.execute(() -> endAll(cause));
        return closing;
    }

    // ---- opening and configuring ----

    private Promise<Void> prepare(MediaTrackConstraints constraints, MediaTrackSettings inherent) {
        if (open.isPresent()) {
            return configure(constraints, inherent, tracks);
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

    /** Opens and starts the camera through the best offer that works. */
    private Promise<Void> bringUp(Function<SourceView, Selection> selector) {
        int attempt = ++attempts;
        List<Offer> known = offers.get();
        Iterator<Offer> usable = known.stream().filter(Offer::isUsable).iterator();
        if (!usable.hasNext()) {
            String troubles = known.stream().map(Offer::trouble).collect(Collectors.joining("; "));
            return failed(new CameraException(
                    CameraException.Reason.LOST,
                    troubles.isEmpty() ? "no provider offers it at present" : "no provider can open it: " + troubles));
        }
        return afterClosing().flatMap(done -> bringUp(attempt, usable, selector));
    }

    /** Resolved on the strand, when the session before is closed or left behind. */
    private Promise<Void> afterClosing() {
        Deferred<Void> goOn = ProviderCall.INLINE.deferred();
        closed.onResolve(() -> strand.execute(() -> goOn.resolve(null)));
        return goOn.getPromise();
    }

    private Promise<Void> bringUp(int attempt, Iterator<Offer> usable, Function<SourceView, Selection> selector) {
        if (attempt != attempts) {
            return failed(new SessionLostException(name + ": nobody waits for the camera any more"));
        }
        GuardedSession opening = new GuardedSession(usable.next(), name, scheduler, strand, deadlines.get(), this);
        session = Optional.of(opening); // from now on closeFor sees it; an offer withdrawn before is seen here
        return (opening.offer().isUsable() ? bringUp(opening, selector) : unusable(opening.offer()))
                .recoverWith(failed -> {
                    Throwable failure = failed.getFailure();
                    opening.offer().trouble(String.valueOf(failure.getMessage()));
                    LOG.debug("{}: cannot be used through {}", name, opening.offer(), failure);
                    closed = opening.close();
                    session = session.filter(current -> current != opening);
                    return usable.hasNext() && attempt == attempts
                            ? afterClosing().flatMap(done -> bringUp(attempt, usable, selector))
                            : failed(failure);
                });
    }

    /** It went away, or a call into it was abandoned, while the session before was closed. */
    private static Promise<Void> unusable(Offer offer) {
        String why = offer.trouble().isEmpty() ? offer + " went away" : offer.trouble();
        return failed(new CameraException(CameraException.Reason.LOST, why));
    }

    private Promise<Void> bringUp(GuardedSession opening, Function<SourceView, Selection> selector) {
        return opening.open().flatMap(camera -> {
            SourceView opened = SourceView.opened(opening.offer(), camera);
            Selection selection = selector.apply(opened);
            fanout.begin(() -> strand.execute(this::firstFrame));
            return new StreamControl(deadlines.get())
                    .apply(opening, opened, selection)
                    .map(values -> {
                        if (opening.isClosing()
                                || session.filter(opening::equals).isEmpty()) {
                            throw new SessionLostException(name + ": nobody waits for the camera any more");
                        }
                        open = Optional.of(camera);
                        opening.offer().trouble("");
                        show(opened.set(Optional.of(selection.mode()), values).in(CameraState.STREAMING, ""));
                        watch(opening, selection.mode());
                        if (fanout.hasBegun()) {
                            firstFrame(); // it came before the start had returned
                        }
                        return null;
                    });
        });
    }

    private void watch(GuardedSession streaming, VideoMode mode) {
        watch.start(
                mode, deadlines.get(), silence -> ended(streaming, EndCause.LOST, streaming.offer() + ": " + silence));
    }

    private Promise<Void> configure(
            MediaTrackConstraints constraints, MediaTrackSettings inherent, List<SourceTrack> others) {
        GuardedSession streaming = streaming();
        SourceView before = view;
        Selection selection = ConstraintSolver.select(
                before.space(inherent), before.current(), constraints, mode -> accepted(before, mode, others));
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
                    tellChanges(before, others, "another track of the camera was configured");
                    return null;
                });
    }

    private GuardedSession streaming() {
        return session.filter(current -> open.isPresent())
                .orElseThrow(() -> new MediaException(ErrorName.UNKNOWN, name + ": the camera is closed"));
    }

    /** Expects frames anew after an interruption of the stream. */
    private void streamsAgain(GuardedSession streaming) {
        if (!streaming.isClosing()) {
            fanout.begin(() -> strand.execute(this::firstFrame));
            view.mode().ifPresent(mode -> watch(streaming, mode));
        }
    }

    private Throwable operationError(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.OPERATION, name + ": " + failure.getMessage(), failure)
                : failure;
    }

    private static boolean accepted(SourceView camera, VideoMode mode, List<SourceTrack> others) {
        return others.stream()
                .allMatch(track ->
                        ConstraintSolver.accepts(camera.space(track.inherent()), mode, track.getConstraints()));
    }

    private <T extends SourceTrack> T added(T track) {
        List<SourceTrack> more = new ArrayList<>(tracks);
        more.add(track);
        tracks = List.copyOf(more);
        fanout.addTrack(track.feed());
        onChange.run();
        return track;
    }

    private List<SourceTrack> others(SourceTrack track) {
        return tracks.stream().filter(other -> other != track).toList();
    }

    // ---- photos ----

    private Promise<Blob> photo(PhotoSettings settings) {
        GuardedSession streaming = streaming();
        OpenCamera camera = open.orElseThrow();
        if (camera.still().isPresent()) {
            return streaming
                    .call(
                            "photo",
                            deadlines.get().photo(),
                            opened -> camera.still().get().takePhoto(settings))
                    .recoverWith(failed -> failed(unknownError(failed.getFailure())));
        }
        VideoMode usual = view.mode().orElseThrow();
        Optional<VideoMode> wished = PhotoTaker.nearest(camera.modes(), settings)
                .filter(mode -> mode.width() != usual.width() || mode.height() != usual.height());
        return wished.isEmpty() ? photos.next(deadlines.get()) : photoInMode(streaming, usual, wished.get());
    }

    /** Interrupts the stream for a photo of another size; the tracks are muted meanwhile (IC-5, IC-6). */
    private Promise<Blob> photoInMode(GuardedSession streaming, VideoMode usual, VideoMode wished) {
        StreamControl control = new StreamControl(deadlines.get());
        Supplier<Promise<Void>> restore = () -> control.restart(streaming, wished, usual)
                .onFailure(failure -> ended(streaming, EndCause.FAILED, String.valueOf(failure.getMessage())));
        fanout.openTracks(false);
        watch.stop();
        tracks.forEach(track -> track.mute("the camera takes a photo"));
        return control.restart(streaming, usual, wished)
                .flatMap(done -> photos.next(deadlines.get())
                        .recoverWith(failed -> restore.get().flatMap(back -> failed(failed.getFailure())))
                        .flatMap(photo -> restore.get().map(back -> photo)))
                .recoverWith(failed -> failed(unknownError(failed.getFailure())))
                .onResolve(() -> {
                    fanout.openTracks(true);
                    streamsAgain(streaming);
                });
    }

    private Throwable unknownError(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.UNKNOWN, name + ": " + failure.getMessage(), failure)
                : failure;
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
        tellChanges(before, tracks, cause);
    }

    @Override
    public void muted(GuardedSession reporting, boolean muted) {
        if (muted) {
            watch.stop();
            tracks.forEach(track -> track.mute("the camera delivers no pictures"));
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
            tracks.forEach(track -> track.unmute("the camera delivers"));
        }
    }

    // ---- loss, recovery, end ----

    private void lost(GuardedSession gone, EndCause cause, String message) {
        if (session.filter(gone::equals).isEmpty() || open.isEmpty()) {
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
        tracks.forEach(track -> track.mute(message));
        recovery.begin(deadlines.get().grace());
    }

    /** Brings the tracks to a successor, in the mode and with the controls in force (HS-3). */
    private Promise<Void> carryOver() {
        SourceView before = view;
        return bringUp(opened -> successorSelection(before, opened)).map(done -> {
            LOG.info("{}: carried over to {}", name, session.orElseThrow().offer());
            tellChanges(before, tracks, "the provider of the camera was replaced");
            queue.resume();
            return null;
        });
    }

    private Selection successorSelection(SourceView before, SourceView opened) {
        SourceTrack first = tracks.get(0);
        Predicate<VideoMode> acceptable = mode -> accepted(opened, mode, tracks);
        Predicate<VideoMode> inForce = acceptable.and(mode -> isSameStream(mode, before.mode()));
        Selection selection = ConstraintSolver.select(
                opened.space(first.inherent()),
                before.current(),
                first.getConstraints(),
                opened.modes().stream().anyMatch(inForce) ? inForce : acceptable);
        MediaTrackSettings controls = selection.controls().with(controlsInForce(before, opened));
        return new Selection(selection.mode(), controls, selection.distance());
    }

    /** The values of the controls, as far as the opened camera can take them, modes first (PX-27). */
    private static MediaTrackSettings controlsInForce(SourceView before, SourceView opened) {
        MediaTrackSettings.Builder controls = MediaTrackSettings.builder();
        before.values().properties().stream()
                .sorted(Comparator.comparing(property -> property.dependsOn().isPresent()))
                .forEach(property -> {
                    Object value = before.values().get(property).orElseThrow();
                    opened.controls()
                            .get(property)
                            .filter(capability -> capability.admits(value))
                            .ifPresent(capability -> controls.convert(property, value));
                });
        return controls.build();
    }

    private static boolean isSameStream(VideoMode mode, Optional<VideoMode> inForce) {
        return inForce.filter(before -> before.width() == mode.width()
                        && before.height() == mode.height()
                        && before.frameRate() == mode.frameRate())
                .isPresent();
    }

    private void graceOver() {
        endAll(view.cause() + "; no provider brought it back within "
                + Deadlines.inWords(deadlines.get().grace()));
    }

    private void endAll(String cause) {
        List<SourceTrack> ending = tracks;
        tracks = List.of();
        ending.forEach(track -> {
            fanout.removeTrack(track.feed());
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
        attempts++; // an attempt to open that is under way comes too late
        watch.stop();
        open = Optional.empty();
        session.ifPresent(gone -> closed = gone.close());
        session = Optional.empty();
        photos.sessionLost(cause);
    }

    private static <T> Promise<T> failed(Throwable failure) {
        return ProviderCall.INLINE.failed(failure);
    }

    private void tellChanges(SourceView before, List<SourceTrack> affected, String cause) {
        Map<Boolean, List<SourceTrack>> changed = affected.stream()
                .collect(Collectors.partitioningBy(
                        track -> !before.settings(track.inherent()).equals(view.settings(track.inherent()))
                                || !before.space(track.inherent())
                                        .capabilities()
                                        .equals(view.space(track.inherent()).capabilities())));
        changed.get(true).forEach(track -> track.configurationChanged(cause));
    }

    private void show(SourceView now) {
        view = now;
        onChange.run();
    }

    private <T> Promise<T> onStrand(Supplier<Promise<T>> task) {
        Deferred<T> result = ProviderCall.INLINE.deferred();
        strand.execute(() -> {
            try {
                result.resolveWith(task.get());
            } catch (RuntimeException failure) {
                result.fail(failure);
            }
        });
        return result.getPromise();
    }
}
