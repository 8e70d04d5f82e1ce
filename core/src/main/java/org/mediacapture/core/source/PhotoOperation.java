// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * takePhoto in its turn: by the camera's own still part, else of the stream, else of the stream in another mode for a moment. A
 * camera that is released is opened for it (IC-10). Confined to the strand.
 */
final class PhotoOperation {
    private final SourceParts parts;
    private final PhotoTaker photos;
    private final Standby standby;
    private final SessionListener listener;

    PhotoOperation(SourceParts parts, PhotoTaker photos, Standby standby, SessionListener listener) {
        this.parts = parts;
        this.photos = photos;
        this.standby = standby;
        this.listener = listener;
    }

    /** Takes a photo, as soon as the camera delivers; whatever keeps it from that is UnknownError (IC-4, IC-10). */
    void take(PhotoWish wish, Turn<Blob> turn) {
        new Shot(wish, turn).begin();
    }

    /** How a photo would be taken now: as the still part tells, else in the camera's mode for photos, else as the stream (IC-12). */
    Promise<PhotoSettings> settings() {
        if (parts.view().still().isEmpty()) {
            return ProviderCall.INLINE.resolved(parts.view()
                    .photoMode()
                    .or(() -> parts.view().mode())
                    .map(mode -> PhotoSettings.ofSize(mode.width(), mode.height()))
                    .orElseGet(PhotoSettings::none));
        }
        return standby.awake().flatMap(awake -> ofStillPart()).onResolve(standby::check);
    }

    private Promise<PhotoSettings> ofStillPart() {
        StillCamera still = openCamera().still().orElseThrow();
        return parts.slot()
                .streaming()
                .call("photo settings", parts.deadlines().get().control(), opened -> still.settings());
    }

    private OpenCamera openCamera() {
        return parts.slot().open().orElseThrow();
    }

    private Promise<Blob> still(GuardedSession streaming, StillCamera still, PhotoSettings settings) {
        return streaming.call("photo", parts.deadlines().get().photo(), opened -> still.takePhoto(settings));
    }

    /** Interrupts the stream for a photo of another size; the tracks are muted meanwhile (IC-5, IC-6). */
    private Promise<Blob> inMode(
            GuardedSession streaming, VideoMode usual, VideoMode wished, PhotoFile file, Turn<?> turn) {
        StreamControl control = new StreamControl(parts.deadlines().get());
        Supplier<Promise<Void>> restore = () -> {
            parts.stream().interrupt(); // anew: a mode that was reported for the photo is not the stream's
            return control.restart(streaming, wished, usual)
                    .recoverWith(failed -> notRestored(streaming, failed.getFailure()));
        };
        parts.stream().interrupt();
        parts.tracks().mute("the camera takes a photo");
        return control.restart(streaming, usual, wished)
                .flatMap(done -> ofNextFrame(streaming, file, turn)
                        .recoverWith(failed ->
                                restore.get().flatMap(back -> ProviderCall.INLINE.failed(failed.getFailure())))
                        .flatMap(photo -> restore.get().map(back -> photo)))
                .onResolve(() -> goOn(streaming));
    }

    /** The loss may have been told before the restart was: then no frame of this session comes any more. */
    private Promise<Blob> ofNextFrame(GuardedSession streaming, PhotoFile file, Turn<?> turn) {
        if (streaming.isClosing()) {
            return ProviderCall.INLINE.failed(new SessionLostException("the session went before the photo"));
        }
        Deferred<Blob> photo = ProviderCall.INLINE.deferred();
        photos.next(file, turn, Completion.of(photo));
        return photo.getPromise();
    }

    /** The camera is lost, by which the photo, or its failure, is not undone (HS-4). */
    private Promise<Void> notRestored(GuardedSession streaming, Throwable failure) {
        if (!(failure instanceof SessionLostException)) {
            listener.ended(streaming, EndCause.FAILED, String.valueOf(failure.getMessage()));
        }
        return ProviderCall.DONE;
    }

    private void goOn(GuardedSession streaming) {
        parts.view().mode().ifPresent(mode -> parts.stream().goesOn(streaming, mode));
    }

    private Throwable photoFailure(Throwable failure) {
        boolean told = failure instanceof SessionLostException
                || failure instanceof MediaException known
                        && (known.error() == ErrorName.UNKNOWN || known.error() == ErrorName.NOT_SUPPORTED);
        return told
                ? failure
                : new MediaException(ErrorName.UNKNOWN, parts.name() + ": " + failure.getMessage(), failure);
    }

    /** One photo: how it ended is what the turn is told. */
    private final class Shot implements Completion<Blob>, Runnable {
        private final PhotoWish wish;
        private final Turn<Blob> turn;

        private Shot(PhotoWish wish, Turn<Blob> turn) {
            this.wish = wish;
            this.turn = turn;
        }

        private void begin() {
            after(standby.awake(), () -> after(turn.unlessGivenUp(parts.stream().delivering()), this));
        }

        /** The camera is open and delivers. */
        @Override
        public void run() {
            PhotoSettings settings = wish.of(parts.view().photoCapabilities());
            GuardedSession streaming = parts.slot().streaming();
            VideoMode usual = parts.view().mode().orElseThrow();
            OpenCamera camera = openCamera();
            PhotoFile file = PhotoFile.of(settings);
            Optional<VideoMode> other = PhotoSizes.other(camera, settings, usual);
            if (camera.still().isPresent()) {
                follow(still(streaming, camera.still().get(), settings)
                        .flatMap(photo -> turn.unlessGivenUp(photos.developed(file, photo))));
            } else if (other.isPresent()) {
                follow(inMode(streaming, usual, other.get(), file, turn));
            } else {
                photos.next(file, turn, this);
            }
        }

        @Override
        public void resolve(Blob photo) {
            standby.check();
            turn.resolve(photo);
        }

        @Override
        public void fail(Throwable why) {
            standby.check();
            turn.fail(photoFailure(why));
        }
    }
}
