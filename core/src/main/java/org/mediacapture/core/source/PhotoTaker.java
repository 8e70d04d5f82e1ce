// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.frame.SharedFrame;
import org.mediacapture.core.jpeg.JpegFile;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * Makes photos of the frames that a camera delivers: its own JPEG where it sends one, else encoded. Confined to the strand.
 */
final class PhotoTaker {
    private static final String JPEG = "image/jpeg";
    private static final double QUALITY = 0.92;

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

    /** The mode whose size comes nearest to what is wished, each dimension on its own, or empty if nothing is (IC-8). */
    static Optional<VideoMode> nearest(List<VideoMode> modes, PhotoSettings settings) {
        if (settings.imageWidth().isEmpty() && settings.imageHeight().isEmpty()) {
            return Optional.empty();
        }
        return modes.stream()
                .min(Comparator.comparingDouble(mode -> settings.imageWidth()
                                .map(width -> Math.abs(width - mode.width()))
                                .orElse(0.0)
                        + settings.imageHeight()
                                .map(height -> Math.abs(height - mode.height()))
                                .orElse(0.0)));
    }

    /** A photo of the next complete frame. */
    Promise<Blob> next(Deadlines deadlines) {
        Exposure exposure = new Exposure(deadlines);
        waiting.add(exposure);
        fanout.addPhoto(exposure);
        return exposure.result.getPromise();
    }

    /** Gives up on frames that have not come, since their session is gone. */
    void sessionLost(String cause) {
        List.copyOf(waiting).forEach(exposure -> exposure.fail(new SessionLostException(cause)));
    }

    /** One photo on its way: takes frames until one is complete, then makes a file of it. */
    private final class Exposure implements FrameReceiver {
        private final Deferred<Blob> result = ProviderCall.INLINE.deferred();
        private final AtomicBoolean exposed = new AtomicBoolean();
        private final Scheduler.Timer deadline;

        private Exposure(Deadlines deadlines) {
            deadline = scheduler.schedule(
                    deadlines.photo(),
                    () -> strand.execute(() -> fail(new MediaException(
                            ErrorName.UNKNOWN,
                            "the camera sent no complete picture within " + Deadlines.inWords(deadlines.photo())))));
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
                Optional<Blob> photo = file(frame);
                if (photo.isPresent()) {
                    strand.execute(() -> resolve(photo.get()));
                } else {
                    exposed.set(false); // incomplete: the next frame is taken
                }
            } catch (MediaException failure) {
                strand.execute(() -> fail(new MediaException(
                        ErrorName.UNKNOWN, "the photo could not be encoded: " + failure.getMessage(), failure)));
            }
        }

        private Optional<Blob> file(VideoFrame frame) {
            return frame.format() == PixelFormat.MJPEG
                    ? JpegFile.of(frame.plane(0)).map(bytes -> new Blob(JPEG, bytes))
                    : Optional.of(codecs.encode(frame, JPEG, QUALITY));
        }

        private void resolve(Blob photo) {
            if (finish()) {
                result.resolve(photo);
            }
        }

        /** A loss does not undo an exposure: the photo is finished from its data (HS-4). */
        private void fail(Exception why) {
            boolean exposedBeforeLoss = why instanceof SessionLostException && exposed.get();
            if (!exposedBeforeLoss && finish()) {
                result.fail(why);
            }
        }

        private boolean finish() {
            deadline.cancel();
            fanout.removePhoto(this);
            return waiting.remove(this);
        }
    }
}
