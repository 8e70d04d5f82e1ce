// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;

/** Lets go of a camera whose tracks are all disabled, after a pause that a quick switch does not outlast (TRK-13). Confined to the
 * strand. */
final class Release {
    /** The specification wants the device released within 3 s. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final Strand strand;
    private final BooleanSupplier unwanted;
    private final Runnable release;
    private Optional<Scheduler.Timer> pending = Optional.empty();

    /**
     * Makes a release that nothing asks for.
     *
     * @param unwanted whether the camera delivers and no track wants it
     * @param release lets go of it
     */
    Release(Scheduler scheduler, Strand strand, BooleanSupplier unwanted, Runnable release) {
        this.scheduler = scheduler;
        this.strand = strand;
        this.unwanted = unwanted;
        this.release = release;
    }

    /** Looks whether the camera is wanted, and begins to wait, goes on waiting, or gives up waiting. */
    void check() {
        if (!unwanted.getAsBoolean()) {
            pending.ifPresent(Scheduler.Timer::cancel);
            pending = Optional.empty();
        } else if (pending.isEmpty()) {
            pending = Optional.of(scheduler.schedule(PAUSE, () -> strand.execute(this::over)));
        }
    }

    private void over() {
        boolean stillWaiting = pending.isPresent();
        pending = Optional.empty();
        if (stillWaiting && unwanted.getAsBoolean()) {
            release.run();
        }
    }
}
