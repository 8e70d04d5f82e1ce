// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.Selection;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of a camera's one session: opened through the best offer that works, one at a time, and only after the session before
 * is closed. {@link #session()} is thread-safe; all else is confined to the strand.
 */
final class SessionSlot {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSlot.class);

    private final String name;
    private final Supplier<List<Offer>> offers;
    private final Scheduler scheduler;
    private final Strand strand;
    private final Supplier<Deadlines> deadlines;
    private final SessionListener listener;

    private volatile Optional<GuardedSession> session = Optional.empty();
    private volatile Optional<Handover> handover = Optional.empty();
    private Optional<String> preferred = Optional.empty();
    private Optional<OpenCamera> open = Optional.empty();
    private Promise<Void> closed = ProviderCall.DONE;
    private int attempts;

    SessionSlot(
            String name,
            Supplier<List<Offer>> offers,
            Scheduler scheduler,
            Strand strand,
            Supplier<Deadlines> deadlines,
            SessionListener listener) {
        this.name = name;
        this.offers = offers;
        this.scheduler = scheduler;
        this.strand = strand;
        this.deadlines = deadlines;
        this.listener = listener;
    }

    /** The session that is open or being opened. */
    Optional<GuardedSession> session() {
        return session;
    }

    /** The session that is open or being opened, and one that is opened beside it. */
    List<GuardedSession> sessions() {
        return Stream.concat(session.stream(), handover.flatMap(Handover::next).stream())
                .toList();
    }

    /** The provider that is tried first, as long as the camera is in use. */
    Optional<String> preferred() {
        return preferred;
    }

    /** Tries a provider first. */
    void prefer(Optional<String> provider) {
        preferred = provider;
    }

    /** The services that offer the camera, in the order in which they are tried. */
    List<Offer> known() {
        return offers.get().stream()
                .sorted(Comparator.comparing(offer ->
                        !preferred.equals(Optional.of(offer.description().provider()))))
                .toList();
    }

    /** What the open camera told about itself; empty while there is none, or it is being opened. */
    Optional<OpenCamera> open() {
        return open;
    }

    /** Whether a session is the open one. */
    boolean isOpen(GuardedSession other) {
        return open.isPresent() && session.filter(other::equals).isPresent();
    }

    /** The open session. */
    GuardedSession streaming() {
        Optional<GuardedSession> current = session;
        if (open.isEmpty() || current.isEmpty()) {
            throw new MediaException(ErrorName.UNKNOWN, name + ": the camera is closed");
        }
        return current.get();
    }

    /**
     * Opens and starts the camera through the best offer that works.
     *
     * @param selector selects mode and controls when it is known what the camera can do
     * @param expectFrames called before a stream starts, since its first frame may come before the start has returned
     * @return a promise of the streaming camera
     */
    Promise<Startup> bringUp(Function<SourceView, Selection> selector, Runnable expectFrames) {
        int attempt = ++attempts;
        List<Offer> known = known();
        Iterator<Offer> usable = known.stream().filter(Offer::isUsable).iterator();
        if (!usable.hasNext()) {
            String troubles = known.stream().map(Offer::trouble).collect(Collectors.joining("; "));
            return ProviderCall.INLINE.failed(new CameraException(
                    CameraException.Reason.LOST,
                    troubles.isEmpty() ? "no provider offers it at present" : "no provider can open it: " + troubles));
        }
        return afterClosing().flatMap(done -> bringUp(attempt, usable, new Refusals(), selector, expectFrames));
    }

    /**
     * Opens and starts the camera through an offer while the present session delivers, and puts it in that one's place with its
     * first frame (HS-6).
     */
    Promise<Startup> handOver(Offer offer, FrameFanout fanout, Function<SourceView, Selection> selector) {
        GuardedSession old = streaming();
        Handover begun = new Handover(old, scheduler, strand, fanout, listener);
        GuardedSession opening =
                new GuardedSession(offer, name, scheduler, strand, deadlines.get(), begun, FrameGate.waiting());
        handover = Optional.of(begun);
        return begun.to(opening, deadlines.get(), selector)
                .thenAccept(started -> {
                    session = Optional.of(opening);
                    open = Optional.of(started.camera());
                    offer.trouble("");
                    begun.inPlace();
                    close(old).onResolve(begun::oldIsGone);
                })
                .onFailure(failure -> {
                    offer.trouble(String.valueOf(failure.getMessage()));
                    close(opening);
                })
                .onResolve(() -> handover = handover.filter(under -> under != begun));
    }

    /** Tells that a session which is opened beside the present one does not come; answers whether it is such a one. */
    boolean fails(GuardedSession gone, String why) {
        Optional<Handover> concerned = handover.filter(under -> under.isFor(gone));
        concerned.ifPresent(under -> under.fail(why));
        return concerned.isPresent();
    }

    /** Closes the session, if there is one; an attempt to open that is under way comes too late. */
    void close() {
        attempts++;
        open = Optional.empty();
        List<GuardedSession> gone = sessions();
        handover.ifPresent(
                under -> under.cancel(new SessionLostException(name + ": the session went before its successor came")));
        gone.forEach(this::close);
        session = Optional.empty();
    }

    /** Closes a session; who opens the next waits for it, and for those whose closing has begun before. */
    private Promise<Void> close(GuardedSession gone) {
        Promise<Void> closing = gone.close();
        closed = ProviderCall.INLINE.all(List.of(closed, closing)).map(all -> null);
        return closing;
    }

    /** Resolved on the strand, when the session before is closed or left behind. */
    private Promise<Void> afterClosing() {
        Deferred<Void> goOn = ProviderCall.INLINE.deferred();
        closed.onResolve(() -> strand.execute(() -> goOn.resolve(null)));
        return goOn.getPromise();
    }

    private Promise<Startup> bringUp(
            int attempt,
            Iterator<Offer> usable,
            Refusals refusals,
            Function<SourceView, Selection> selector,
            Runnable expectFrames) {
        if (attempt != attempts) {
            return ProviderCall.INLINE.failed(tooLate());
        }
        GuardedSession opening = new GuardedSession(
                usable.next(), name, scheduler, strand, deadlines.get(), listener, FrameGate.opened());
        session = Optional.of(opening); // from now on closeFor sees it; an offer withdrawn before is seen here
        return (opening.offer().isUsable() ? start(opening, selector, expectFrames) : unusable(opening.offer()))
                .recoverWith(failed -> {
                    Throwable failure = failed.getFailure();
                    opening.offer().trouble(String.valueOf(failure.getMessage()));
                    LOG.debug("{}: cannot be used through {}", name, opening.offer(), failure);
                    close(opening);
                    session = session.filter(current -> current != opening);
                    refusals.add(failure);
                    return usable.hasNext() && attempt == attempts
                            ? afterClosing().flatMap(done -> bringUp(attempt, usable, refusals, selector, expectFrames))
                            : ProviderCall.INLINE.failed(refusals.asOne());
                });
    }

    private Promise<Startup> start(
            GuardedSession opening, Function<SourceView, Selection> selector, Runnable expectFrames) {
        return Startup.of(opening, deadlines.get(), selector, expectFrames).map(started -> {
            if (opening.isClosing() || session.filter(opening::equals).isEmpty()) {
                throw tooLate();
            }
            open = Optional.of(started.camera());
            opening.offer().trouble("");
            return started;
        });
    }

    /** It went away, or a call into it was abandoned, while the session before was closed. */
    private static Promise<Startup> unusable(Offer offer) {
        String why = offer.trouble().isEmpty() ? offer + " went away" : offer.trouble();
        return ProviderCall.INLINE.failed(new CameraException(CameraException.Reason.LOST, why));
    }

    private SessionLostException tooLate() {
        return new SessionLostException(name + ": nobody waits for the camera any more");
    }
}
