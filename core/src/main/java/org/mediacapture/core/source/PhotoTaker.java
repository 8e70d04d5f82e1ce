// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes photos of the frames that a camera delivers: its own JPEG where it sends one, else encoded. Confined to the strand.
 */
final class PhotoTaker {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoTaker.class);

    private static final AtomicIntegerFieldUpdater<Exposure> EXPOSED =
            AtomicIntegerFieldUpdater.newUpdater(Exposure.class, "exposed");

    private final Scheduler scheduler;
    private final Strand strand;
    private final FrameFanout fanout;
    private final Codecs codecs;
    private Optional<Exposure> waiting = Optional.empty(); // one at most, since photos are taken one after the other

    PhotoTaker(Scheduler scheduler, Strand strand, FrameFanout fanout, Codecs codecs) {
        this.scheduler = scheduler;
        this.strand = strand;
        this.fanout = fanout;
        this.codecs = codecs;
    }

    /** Makes a photo of the next complete frame, unless the turn is given up before. */
    void next(PhotoFile file, Turn<?> turn, Completion<Blob> photo) {
        Exposure exposure = new Exposure(file, photo);
        waiting = Optional.of(exposure);
        fanout.addPhoto(exposure);
        turn.onGivenUp(exposure::fail);
    }

    /** The file of a photo that the camera took by itself. */
    Promise<Blob> developed(PhotoFile file, Blob photo) {
        if (photo.size() == 0) {
            return ProviderCall.INLINE.failed(
                    new MediaException(ErrorName.UNKNOWN, "the camera answered an empty photo")); // IC-18
        }
        Deferred<Blob> result = ProviderCall.INLINE.deferred();
        scheduler.blockThen("camera-photo", () -> {
            try {
                Blob wished = file.of(photo, codecs);
                return () -> strand.perform(() -> result.resolve(wished));
            } catch (RuntimeException | Error failure) { // a large picture may not fit into memory
                return () -> strand.perform(() -> result.fail(notEncoded(failure)));
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
        waiting.ifPresent(exposure -> exposure.fail(new SessionLostException(cause)));
    }

    /** One photo on its way: takes frames until one is complete, then makes a file of it. */
    private final class Exposure implements FrameReceiver {
        private final PhotoFile file;
        private final Completion<Blob> result;
        private volatile int exposed; // 1 from the frame of which it is made on, unless that was incomplete
        private boolean lost; // on the strand
        private boolean done; // on the strand

        private Exposure(PhotoFile file, Completion<Blob> result) {
            this.file = file;
            this.result = result;
        }

        @Override
        public void offer(SharedFrame frame) {
            if (!EXPOSED.compareAndSet(this, 0, 1)) {
                return;
            }
            VideoFrame handle = frame.handle();
            scheduler.blockThen("camera-photo", () -> develop(handle));
        }

        /** Runs on a control thread: encoding takes milliseconds, which the capture thread does not have. */
        private Runnable develop(VideoFrame frame) {
            Runnable outcome = outcome(frame);
            try {
                frame.close();
            } catch (RuntimeException | Error failure) { // the photo is none the worse for it
                LOG.warn("The frame of a photo could not be given back", failure);
            }
            return () -> strand.perform(outcome);
        }

        private Runnable outcome(VideoFrame frame) {
            try {
                Optional<Blob> photo = file.of(frame, codecs);
                return photo.isPresent() ? () -> resolve(photo.get()) : this::takeNext;
            } catch (RuntimeException | Error failure) {
                return () -> fail(notEncoded(failure));
            }
        }

        /** Incomplete: the next frame is taken, or the photo is repeated on a successor. */
        private void takeNext() {
            exposed = 0;
            if (lost) {
                fail(new SessionLostException("the session went before a complete picture had come"));
            }
        }

        private void resolve(Blob photo) {
            if (!done) {
                finish();
                result.resolve(photo);
            }
        }

        /** A loss does not undo an exposure: the photo is finished from its data (HS-4). */
        private void fail(Throwable why) {
            boolean byLoss = why instanceof SessionLostException;
            lost |= byLoss;
            if (!(byLoss && exposed != 0) && !done) {
                finish();
                result.fail(why);
            }
        }

        private void finish() {
            done = true;
            fanout.removePhoto(this);
            waiting = Optional.empty();
        }
    }
}
