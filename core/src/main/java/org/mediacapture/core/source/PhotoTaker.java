// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.frame.SharedFrame;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.VideoFrame;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * Makes photos of the frames that a camera delivers: its own JPEG where it sends one, else encoded. Confined to the strand.
 */
final class PhotoTaker {
    private final Scheduler scheduler;
    private final Strand strand;
    private final FrameFanout fanout;
    private final Codecs codecs;
    private final Set<Exposure> waiting = new HashSet<>();

    PhotoTaker(Scheduler scheduler, Strand strand, FrameFanout fanout, Codecs codecs) {
        this.scheduler = scheduler;
        this.strand = strand;
        this.fanout = fanout;
        this.codecs = codecs;
    }

    /** A photo of the next complete frame. */
    Promise<Blob> next(PhotoFile file, Turn turn) {
        Exposure exposure = new Exposure(file);
        waiting.add(exposure);
        fanout.addPhoto(exposure);
        turn.onGivenUp(exposure::fail);
        return exposure.result.getPromise();
    }

    /** The file of a photo that the camera took by itself. */
    Promise<Blob> developed(PhotoFile file, Blob photo) {
        if (photo.size() == 0) {
            return ProviderCall.INLINE.failed(
                    new MediaException(ErrorName.UNKNOWN, "the camera answered an empty photo")); // IC-18
        }
        Deferred<Blob> result = ProviderCall.INLINE.deferred();
        scheduler.block("camera-photo", () -> {
            try {
                Blob wished = file.of(photo, codecs);
                strand.execute(() -> result.resolve(wished));
            } catch (RuntimeException | Error failure) { // a large picture may not fit into memory
                strand.execute(() -> result.fail(notEncoded(failure)));
            }
        });
        return result.getPromise();
    }

    private static MediaException notEncoded(Throwable failure) {
        String why = failure instanceof MediaException known ? known.getMessage() : failure.toString();
        return new MediaException(ErrorName.UNKNOWN, "the photo could not be encoded: " + why, failure);
    }

    /** Gives up on frames that have not come, since their session is gone. */
    void sessionLost(String cause) {
        List.copyOf(waiting).forEach(exposure -> exposure.fail(new SessionLostException(cause)));
    }

    /** One photo on its way: takes frames until one is complete, then makes a file of it. */
    private final class Exposure implements FrameReceiver {
        private final Deferred<Blob> result = ProviderCall.INLINE.deferred();
        private final AtomicBoolean exposed = new AtomicBoolean();
        private final PhotoFile file;
        private boolean lost; // on the strand

        private Exposure(PhotoFile file) {
            this.file = file;
        }

        @Override
        public void offer(SharedFrame frame) {
            if (!exposed.compareAndSet(false, true)) {
                return;
            }
            VideoFrame handle = frame.handle();
            scheduler.block("camera-photo", () -> develop(handle));
        }

        /** Runs on a control thread: encoding takes milliseconds, which the capture thread does not have. */
        private void develop(VideoFrame frame) {
            try (frame) {
                Optional<Blob> photo = file.of(frame, codecs);
                if (photo.isPresent()) {
                    strand.execute(() -> resolve(photo.get()));
                } else {
                    strand.execute(this::takeNext);
                }
            } catch (RuntimeException | Error failure) {
                strand.execute(() -> fail(notEncoded(failure)));
            }
        }

        /** Incomplete: the next frame is taken, or the photo is repeated on a successor. */
        private void takeNext() {
            exposed.set(false);
            if (lost) {
                fail(new SessionLostException("the session went before a complete picture had come"));
            }
        }

        private void resolve(Blob photo) {
            if (!result.getPromise().isDone()) {
                finish();
                result.resolve(photo);
            }
        }

        /** A loss does not undo an exposure: the photo is finished from its data (HS-4). */
        private void fail(Throwable why) {
            boolean byLoss = why instanceof SessionLostException;
            lost |= byLoss;
            if (!(byLoss && exposed.get()) && !result.getPromise().isDone()) {
                finish();
                result.fail(why);
            }
        }

        private void finish() {
            fanout.removePhoto(this);
            waiting.remove(this);
        }
    }
}
