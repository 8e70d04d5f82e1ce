// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.osgi.util.promise.Promise;

/**
 * Looks for a successor while the tracks of a camera wait: at once, whenever a service comes, and again after a while that
 * doubles from try to try; until grace is over (HS-5). Confined to the strand.
 */
final class Recovery {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Scheduler scheduler;
    private final Strand strand;
    private final Supplier<Promise<Void>> attempt;
    private final Runnable graceOver;
    private Optional<Search> search = Optional.empty();

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
     */
    void begin(Duration grace) {
        if (search.isPresent()) {
            search.get().goOn();
            return;
        }
        Search begun = new Search();
        search = Optional.of(begun);
        begun.grace = scheduler.schedule(grace, () -> strand.execute(() -> expire(begun)));
        begun.attempt();
    }

    /** Tries at once if a search is on. */
    void tryNow() {
        search.ifPresent(Search::attempt);
    }

    /** Ends the search, if there is one: a successor delivers, or nobody waits for one. */
    void stop() {
        search.ifPresent(Search::cancel);
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
        private Scheduler.Timer grace = () -> {};
        private Scheduler.Timer retry = () -> {};
        private Duration pause = FIRST_PAUSE;
        private boolean trying;
        private boolean again;
        private boolean found;
        private boolean graceIsOver;

        private void goOn() {
            found = false;
            if (graceIsOver) {
                graceOver.run();
            } else {
                attempt();
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
            if (again) {
                attempt();
                return;
            }
            retry = scheduler.schedule(
                    pause,
                    () -> strand.execute(() -> {
                        if (isCurrent()) {
                            attempt();
                        }
                    }));
            pause = pause.multipliedBy(2);
        }

        private boolean isCurrent() {
            return search.filter(this::equals).isPresent();
        }

        private void cancel() {
            grace.cancel();
            retry.cancel();
        }
    }
}
