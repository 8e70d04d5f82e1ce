// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.Blob;
import org.osgi.util.promise.Deferred;

/**
 * Gives up on photos for which nothing has happened for the photo's deadline, wherever they wait. Each photo that succeeds shows
 * that the camera works and renews the patience with those behind it, so that none of many is lost; while the camera waits for a
 * successor patience stands still (HS-4). One timer is for all, and goes on after a photo, so that most photos need none. Confined
 * to the strand.
 */
final class PhotoPatience {
    private final SourceParts parts;
    private final Scheduler scheduler;
    private final List<Awaited> photos = new ArrayList<>();
    private Optional<Scheduler.Timer> timer = Optional.empty();
    private long due; // when the timer is; like all times in nanoseconds of the scheduler's clock
    private long lastPhoto;

    PhotoPatience(SourceParts parts, Scheduler scheduler) {
        this.parts = parts;
        this.scheduler = scheduler;
        this.lastPhoto = scheduler.nanoTime();
    }

    /** Who is to ask for a photo, and is told how that ended; {@link #asked} follows at once. */
    Completion<Blob> begin(Deferred<Blob> photo) {
        Awaited awaited = new Awaited(photo);
        photos.add(awaited);
        return awaited;
    }

    /** A photo has been asked for; patience begins only now, since a call into the camera has the same deadline, and says more. */
    void asked(Completion<Blob> asker) {
        for (int index = photos.size() - 1; index >= 0; index--) {
            Awaited awaited = photos.get(index);
            if (awaited == asker) {
                awaited.since = scheduler.nanoTime();
                lookAt(awaited.due());
            }
        }
    }

    private void lookAt(long time) {
        if (timer.isEmpty() || time - due < 0) {
            timer.ifPresent(Scheduler.Timer::cancel);
            due = time;
            timer = Optional.of(scheduler.schedule(
                    Duration.ofNanos(time - scheduler.nanoTime()),
                    () -> parts.strand().execute(this::look)));
        }
    }

    private void look() {
        timer = Optional.empty();
        long now = scheduler.nanoTime();
        for (Awaited photo : List.copyOf(photos)) {
            if (parts.view().state() == CameraState.LOST) {
                photo.since = now;
            } else if (now - photo.due() >= 0) {
                parts.queue().giveUp(photo, tooLate());
            }
        }
        photos.forEach(photo -> lookAt(photo.due()));
    }

    private MediaException tooLate() {
        String why = parts.stream().isMuted() ? ": the camera delivers no pictures at present" : "";
        return new MediaException(
                ErrorName.UNKNOWN, parts.name() + ": no photo within " + Deadlines.inWords(limit()) + why);
    }

    private Duration limit() {
        return parts.deadlines().get().photo();
    }

    /** A photo that was asked for. */
    private final class Awaited implements Completion<Blob> {
        private final Deferred<Blob> photo;
        private long since;

        private Awaited(Deferred<Blob> photo) {
            this.photo = photo;
        }

        private long due() {
            return since + Math.max(0, lastPhoto - since) + limit().toNanos();
        }

        @Override
        public void resolve(Blob taken) {
            if (photos.remove(this)) {
                lastPhoto = scheduler.nanoTime();
                photo.resolve(taken);
            }
        }

        @Override
        public void fail(Throwable why) {
            if (photos.remove(this)) {
                photo.fail(why);
            }
        }
    }
}
