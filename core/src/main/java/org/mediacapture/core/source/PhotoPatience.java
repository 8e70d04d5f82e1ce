// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.Blob;
import org.osgi.util.promise.Promise;

/**
 * Gives up on photos for which nothing has happened for the photo's deadline, wherever they wait. Each photo that succeeds shows
 * that the camera works and renews the patience with those behind it, so that none of many is lost; while the camera waits for a
 * successor patience stands still (HS-4). Confined to the strand.
 */
final class PhotoPatience {
    private final SourceParts parts;
    private final Scheduler scheduler;
    private long lastPhoto; // nanoseconds of the scheduler's clock

    PhotoPatience(SourceParts parts, Scheduler scheduler) {
        this.parts = parts;
        this.scheduler = scheduler;
        this.lastPhoto = scheduler.nanoTime();
    }

    /** Looks after an operation of the queue. */
    Promise<Blob> with(Promise<Blob> photo) {
        photo.onSuccess(taken -> lastPhoto = scheduler.nanoTime());
        await(photo, scheduler.nanoTime(), limit());
        return photo;
    }

    private void await(Promise<Blob> photo, long since, Duration left) {
        Scheduler.Timer timer = scheduler.schedule(left, () -> parts.strand().execute(() -> look(photo, since)));
        photo.onResolve(timer::cancel);
    }

    private void look(Promise<Blob> photo, long since) {
        long now = scheduler.nanoTime();
        long begun = since + Math.max(0, lastPhoto - since);
        Duration left = limit().minusNanos(now - begun);
        if (parts.view().state() == CameraState.LOST) {
            await(photo, now, limit());
        } else if (left.isNegative() || left.isZero()) {
            parts.queue().giveUp(photo, tooLate());
        } else {
            await(photo, since, left);
        }
    }

    private MediaException tooLate() {
        String why = parts.stream().isMuted() ? ": the camera delivers no pictures at present" : "";
        return new MediaException(
                ErrorName.UNKNOWN, parts.name() + ": no photo within " + Deadlines.inWords(limit()) + why);
    }

    private Duration limit() {
        return parts.deadlines().get().photo();
    }
}
