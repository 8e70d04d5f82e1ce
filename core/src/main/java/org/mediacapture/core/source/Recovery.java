// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.osgi.util.promise.Promise;

/**
 * Looks for a successor while the tracks of a camera wait: at once, whenever a service comes, and again after a while that
 * doubles from try to try; until grace is over (HS-5). A camera that comes back and is soon lost again is not asked at once: the
 * while goes on doubling until it has delivered for some time. Confined to the strand.
 */
final class Recovery {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    /** Providers that see one camera come notice it within so long of one another. */
    private static final Duration MOMENT = Duration.ofMillis(500);
    /** Who has delivered for so long is well again. */
    private static final Duration CALM = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final Strand strand;
    private final Supplier<Promise<Void>> attempt;
    private final Runnable graceOver;
    private Optional<Search> search = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private OptionalLong recovered = OptionalLong.empty(); // when, in nanoseconds of the scheduler

    /**
     * Makes a recovery.
     *
     * @param attempt tries to bring the camera up on a successor
     * @param graceOver what to do when there was none in time; it ends the search
     */
    Recovery(Scheduler scheduler, Strand strand, Supplier<Promise<Void>> attempt, Runnable graceOver) {
        this.scheduler = scheduler;
        this.strand = strand;
        this.attempt = attempt;
        this.graceOver = graceOver;
    }

    /**
     * Begins to search, or goes on after a successor that never delivered: grace counts from the first loss, so that a camera
     * which opens and stays silent comes to an end too.
     *
     * @param atOnce whether to try at once in any case: what was lost is a provider, not its camera
     */
    void begin(Duration grace, boolean atOnce) {
        if (search.isPresent()) {
            search.get().goOn(atOnce);
            return;
        }
        boolean calm = recovered.isEmpty() || scheduler.nanoTime() - recovered.getAsLong() >= CALM.toNanos();
        pause = calm ? FIRST_PAUSE : pause;
        Search begun = new Search(grace);
        search = Optional.of(begun);
        begun.end = scheduler.schedule(grace, () -> strand.execute(() -> expire(begun)));
        begun.ofCamera = !atOnce;
        begun.attempt(calm || atOnce);
    }

    /** Tries at once if a search is on. */
    void tryNow() {
        search.ifPresent(waiting -> waiting.attempt(true));
    }

    /** Tries in a moment if a search is on, since a better successor than the one that has come may be about to come. */
    void trySoon() {
        search.ifPresent(Search::attemptSoon);
    }

    /** Ends the search, if there is one: a successor delivers, or nobody waits for one. */
    void stop() {
        search.ifPresent(Search::cancel);
        if (search.filter(ended -> ended.found && ended.ofCamera).isPresent()) {
            recovered = OptionalLong.of(scheduler.nanoTime());
        }
        search = Optional.empty();
    }

    private void expire(Search expired) {
        if (search.filter(expired::equals).isEmpty()) {
            return;
        }
        if (expired.found) {
            expired.graceIsOver = true; // a first frame may still come; a further loss will end it
            return;
        }
        graceOver.run();
    }

    private final class Search {
        private final Duration longestPause;
        private Scheduler.Timer end = () -> {};
        private Scheduler.Timer retry = () -> {};
        private boolean trying;
        private boolean again;
        private boolean found;
        private boolean graceIsOver;
        private boolean ofCamera; // and not of a provider, whose going says nothing about the camera

        /** At least two attempts fit into the time that there is. */
        private Search(Duration grace) {
            longestPause = Collections.min(List.of(LONGEST_PAUSE, grace.dividedBy(2)));
        }

        private void goOn(boolean atOnce) {
            found = false;
            ofCamera |= !atOnce;
            if (graceIsOver) {
                graceOver.run();
            } else {
                attempt(atOnce);
            }
        }

        private void attempt(boolean atOnce) {
            if (atOnce) {
                attempt();
            } else {
                attemptLater();
            }
        }

        private void attempt() {
            if (found) {
                return;
            }
            retry.cancel();
            if (trying) {
                again = true; // what has just come may be what this attempt lacks
                return;
            }
            trying = true;
            again = false;
            attempt.get().onSuccess(done -> succeeded()).onFailure(failure -> failed());
        }

        private void succeeded() {
            trying = false;
            found = true;
        }

        private void failed() {
            trying = false;
            if (!isCurrent()) {
                return;
            }
            attempt(again);
        }

        private void attemptLater() {
            Duration wait = Collections.min(List.of(pause, longestPause));
            attemptIn(wait);
            pause = wait.multipliedBy(2);
        }

        private void attemptSoon() {
            attemptIn(Collections.min(List.of(MOMENT, longestPause)));
        }

        private void attemptIn(Duration wait) {
            retry.cancel();
            retry = scheduler.schedule(
                    wait,
                    () -> strand.execute(() -> {
                        if (isCurrent()) {
                            attempt();
                        }
                    }));
        }

        private boolean isCurrent() {
            return search.filter(this::equals).isPresent();
        }

        private void cancel() {
            end.cancel();
            retry.cancel();
        }
    }
}
