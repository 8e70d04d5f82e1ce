// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.codec.Bitmap;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One grabFrame on its way: waits for the next frame after the constraints that were applied before, with a deadline that stands
 * still while the camera waits for a successor (HS-4), and converts it. While the track is muted otherwise it waits no longer
 * (IC-10). A frame that cannot be decoded is passed over for the next. Thread-safe.
 */
final class FrameGrab {
    private static final Logger LOG = LoggerFactory.getLogger(FrameGrab.class);

    private final CameraTrack track;
    private final Scheduler scheduler;
    private final Duration deadline;
    private final Deferred<ImageBitmap> result;
    private final AtomicBoolean settled = new AtomicBoolean();

    private FrameGrab(CameraTrack track, Scheduler scheduler, Duration deadline, Deferred<ImageBitmap> result) {
        this.track = track;
        this.scheduler = scheduler;
        this.deadline = deadline;
        this.result = result;
    }

    static Promise<ImageBitmap> start(CameraTrack track, Scheduler scheduler, Publisher publisher, Duration deadline) {
        Duration patience = Deadlines.orFrames(deadline, track.output().frameRate());
        FrameGrab grab = new FrameGrab(track, scheduler, patience, publisher.deferred());
        grab.awaitDeadline();
        track.settled().onResolve(grab::subscribe);
        return grab.result.getPromise();
    }

    private void subscribe() {
        if (settled.get()) {
            return;
        }
        FrameSubscription frames =
                track.subscribe(FrameOptions.latest(), this::convert, () -> fail("the track was stopped"));
        result.getPromise().onResolve(frames::close);
    }

    private void convert(VideoFrame frame) {
        try (frame) {
            if (settled.get()) {
                return;
            }
            try (VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
                ImageBitmap bitmap = Bitmap.of(bgra);
                if (settled.compareAndSet(false, true)) {
                    result.resolve(bitmap);
                }
            }
        } catch (MediaException undecodable) {
            LOG.debug("{}: a frame is passed over", track.device(), undecodable);
        }
    }

    private void awaitDeadline() {
        Scheduler.Timer timer = scheduler.schedule(deadline, this::deadlinePassed);
        result.getPromise().onResolve(timer::cancel);
    }

    private void deadlinePassed() {
        if (track.source().view().state() == CameraState.LOST) {
            awaitDeadline();
        } else {
            fail(track.device() + ": no frame came within " + Deadlines.inWords(deadline));
        }
    }

    private void fail(String message) {
        if (settled.compareAndSet(false, true)) {
            result.fail(new MediaException(ErrorName.UNKNOWN, message));
        }
    }
}
