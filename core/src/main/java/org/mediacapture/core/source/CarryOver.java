// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.Optional;
import org.mediacapture.admin.CameraState;
import org.mediacapture.core.frame.BlackClock;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the tracks over the loss of their camera: to a successor (HS-3, HS-4), or to their end (HS-5). Confined to the strand.
 */
final class CarryOver {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOver.class);

    private final SourceParts parts;
    private final PhotoTaker photos;
    private final BlackClock black;
    private final BringUp bringUp;
    private final Runnable onCarriedOver;
    private final Recovery recovery;
    private Optional<String> unplugged = Optional.empty(); // the provider of a camera that was pulled out
    private Deferred<Void> arrival = ProviderCall.INLINE.deferred(); // of the tracks, at the next successor

    /**
     * Makes it for a camera that is not lost.
     *
     * @param onCarriedOver called when the tracks have a successor
     */
    CarryOver(
            SourceParts parts,
            Scheduler scheduler,
            PhotoTaker photos,
            BlackClock black,
            BringUp bringUp,
            Runnable onCarriedOver) {
        this.parts = parts;
        this.photos = photos;
        this.black = black;
        this.bringUp = bringUp;
        this.onCarriedOver = onCarriedOver;
        this.recovery = new Recovery(scheduler, parts.strand(), this::carryOver, this::graceOver);
    }

    /** A session is gone. */
    void lost(GuardedSession gone, EndCause cause, String message) {
        if (parts.slot().fails(gone, message)) {
            return;
        }
        if (!parts.slot().isOpen(gone)) {
            resumeUnlessLost(); // an old session, or one that is being opened: whoever opens it gets the failure
            return;
        }
        LOG.debug("{}: lost: {}", parts.name(), message);
        unplugged = Optional.of(gone.offer().description().provider()).filter(name -> cause == EndCause.UNPLUGGED);
        gone.offer().trouble(message);
        parts.queue()
                .pause(); // closing settles what is under way, and what is next is not to open the camera by itself
        closeSession(message);
        if (parts.tracks().isEmpty()) {
            goIdle(); // who is on the way to it opens it anew
        } else if (cause == EndCause.FINISHED) {
            endAll(message);
        } else {
            awaitSuccessor(message, !gone.offer().isUsable());
        }
    }

    /** Mutes the tracks until a successor delivers, or grace is over. */
    void awaitSuccessor(String message) {
        awaitSuccessor(message, true);
    }

    private void awaitSuccessor(String message, boolean atOnce) {
        black.stop();
        Duration grace = parts.deadlines().get().grace();
        if (grace.isZero()) {
            endAll(message);
        } else {
            awaitSuccessor(message, grace, atOnce);
        }
    }

    /**
     * Closes the camera that is open, and brings the tracks to the provider that is tried first, or else to another: as a loss, but
     * meant (HS-6). Without a grace period it has the time that opening may take.
     *
     * @return a promise that resolves when the tracks have a successor, and fails when they end
     */
    Promise<Void> move(String message) {
        Duration grace = parts.deadlines().get().grace();
        recovery.stop(); // of a loss before: what is meant has a time of its own
        closeSession(message);
        awaitSuccessor(message, grace.isZero() ? parts.deadlines().get().open() : grace, true);
        return arrival.getPromise();
    }

    private void awaitSuccessor(String message, Duration grace, boolean atOnce) {
        parts.queue().pause();
        parts.status().show(parts.view().closed(CameraState.LOST, message));
        parts.tracks().mute(message);
        recovery.begin(grace, atOnce);
    }

    /**
     * Services came or changed. When a camera is plugged in again, each of its providers offers it anew, one a little later than
     * another; the one that it had before is waited for a moment, else its tracks would go to whoever was the fastest.
     */
    void offersChanged() {
        Optional<String> first = parts.slot().known().stream()
                .filter(Offer::isUsable)
                .findFirst()
                .map(offer -> offer.description().provider());
        if (unplugged.isPresent() && first.isPresent() && !first.equals(unplugged)) {
            recovery.trySoon();
        } else {
            recovery.tryNow();
        }
    }

    /** The camera delivers, or nobody waits for it any more: a further loss is a new one. */
    void over() {
        recovery.stop();
    }

    /** Ends all tracks. */
    void endAll(String cause) {
        parts.queue().pause(); // whoever is next in it is to find the camera closed
        parts.tracks().removeAll(track -> {
            parts.queue().cancel(track, () -> new TrackEndedException(parts.name() + ": the track ended: " + cause));
            track.end(cause);
        });
        goIdle();
    }

    /** Closes the camera; who still wants to attach opens it anew. */
    void goIdle() {
        parts.queue().pause();
        recovery.stop();
        black.stop();
        closeSession("the camera was closed");
        parts.slot().prefer(Optional.empty());
        parts.status().show(SourceView.IDLE);
        settleArrival().fail(new CameraException(CameraException.Reason.LOST, "the camera was closed"));
        parts.strand().execute(this::resumeUnlessLost); // after what the closing has put on the strand
    }

    /** Brings the tracks to a successor, in the mode and with the controls in force (HS-3). */
    private Promise<Void> carryOver() {
        return bringUp.again("the provider of the camera was replaced").map(awake -> {
            unplugged = Optional.empty();
            LOG.debug(
                    "{}: carried over to {}",
                    parts.name(),
                    parts.slot().streaming().offer());
            parts.queue().resume();
            onCarriedOver.run();
            settleArrival().resolve(null);
            return null;
        });
    }

    private Deferred<Void> settleArrival() {
        Deferred<Void> waitedFor = arrival;
        arrival = ProviderCall.INLINE.deferred();
        return waitedFor;
    }

    private void graceOver() {
        endAll(parts.view().cause() + "; no provider brought it back within "
                + Deadlines.inWords(parts.deadlines().get().grace()));
    }

    private void resumeUnlessLost() {
        if (parts.view().state() != CameraState.LOST) {
            parts.queue().resume();
        }
    }

    private void closeSession(String cause) {
        parts.stream().close();
        photos.sessionLost(cause);
    }
}
