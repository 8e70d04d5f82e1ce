// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.source.PhotoWish;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** An ImageCapture. Thread-safe. */
final class TrackImageCapture implements ImageCapture {
    private final CameraTrack track;
    private final Scheduler scheduler;
    private final Publisher publisher;
    private final Codecs codecs;
    private final Supplier<Duration> deadline;
    private final AtomicBoolean capabilitiesTold = new AtomicBoolean();

    TrackImageCapture(
            CameraTrack track, Scheduler scheduler, Publisher publisher, Codecs codecs, Supplier<Duration> deadline) {
        this.track = track;
        this.scheduler = scheduler;
        this.publisher = publisher;
        this.codecs = codecs;
        this.deadline = deadline;
    }

    @Override
    public MediaStreamTrack track() {
        return track;
    }

    @Override
    public Promise<Blob> takePhoto() {
        return takePhoto(PhotoSettings.none());
    }

    @Override
    public Promise<Blob> takePhoto(Map<String, ?> settings) {
        Objects.requireNonNull(settings, "settings");
        PhotoSettings converted;
        try {
            converted = PhotoSettings.fromMap(settings);
        } catch (RuntimeException refused) { // also whatever a map of the application's own throws (IDL-1)
            return publisher.failed(refused);
        }
        return takePhoto(converted);
    }

    @Override
    public Promise<Blob> takePhoto(PhotoSettings settings) {
        Objects.requireNonNull(settings, "settings");
        PhotoWish wish = wish(settings, capabilitiesTold.get());
        try {
            requireLive("takePhoto");
            wish.of(track.source().view().photoCapabilities());
        } catch (MediaException refused) {
            return publisher.failed(refused);
        }
        Deferred<Blob> photo = publisher.deferred();
        track.source().takePhoto(track, wish, photo);
        return photo.getPromise();
    }

    @Override
    public Promise<PhotoCapabilities> getPhotoCapabilities() {
        return answer(
                "getPhotoCapabilities",
                () -> track.source().photoCapabilities(track).onSuccess(told -> capabilitiesTold.set(true)));
    }

    @Override
    public Promise<PhotoSettings> getPhotoSettings() {
        return answer("getPhotoSettings", () -> track.source().photoSettings(track));
    }

    @Override
    public Promise<ImageBitmap> grabFrame() {
        try {
            requireLive("grabFrame");
            if (!track.isEnabled()) {
                throw new MediaException(
                        ErrorName.INVALID_STATE, "the track is disabled, grabFrame needs it enabled");
            }
        } catch (MediaException refused) {
            return publisher.failed(refused);
        }
        return FrameGrab.start(track, scheduler, publisher, deadline.get());
    }

    /** Whatever keeps the camera from answering is an OperationError (IC-11 to IC-13). */
    private <T> Promise<T> answer(String call, Supplier<Promise<T>> asked) {
        try {
            requireLive(call);
        } catch (MediaException refused) {
            return publisher.failed(refused);
        }
        return publisher.publish(
                asked.get().recoverWith(failed -> publisher.failed(operationError(failed.getFailure()))));
    }

    private Throwable operationError(Throwable failure) {
        return new MediaException(ErrorName.OPERATION, track.device() + ": " + failure.getMessage(), failure);
    }

    private void requireLive(String call) {
        if (!track.isLive()) {
            throw new MediaException(ErrorName.INVALID_STATE, "the track is ended, " + call + " needs it live");
        }
    }

    /**
     * Checked at the call, and again when it is known which camera takes the photo (HS-4). Before the capabilities were told, a
     * size that the camera does not have is moved to the nearest.
     */
    private PhotoWish wish(PhotoSettings settings, boolean sizesAreKnown) {
        return camera -> {
            PhotoRequest request = new PhotoRequest(settings, camera);
            request.checkType(codecs);
            request.checkLight();
            return sizesAreKnown ? request.withCheckedSize() : request.withNearestSize();
        };
    }
}
