// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/**
 * takePhoto in its turn: by the camera's own still part, else of the stream, else of the stream in another mode for a moment.
 * Confined to the strand.
 */
final class PhotoOperation {
    private final String name;
    private final SessionSlot slot;
    private final PhotoTaker photos;
    private final Supplier<Deadlines> deadlines;
    private final Interruption interruption;
    private final SessionListener listener;

    PhotoOperation(
            String name,
            SessionSlot slot,
            PhotoTaker photos,
            Supplier<Deadlines> deadlines,
            Interruption interruption,
            SessionListener listener) {
        this.name = name;
        this.slot = slot;
        this.photos = photos;
        this.deadlines = deadlines;
        this.interruption = interruption;
        this.listener = listener;
    }

    /**
     * Takes a photo.
     *
     * @param streamMode the mode in which the camera streams; empty while it is closed
     * @param settings wishes for the photo
     */
    Promise<Blob> take(Optional<VideoMode> streamMode, PhotoSettings settings) {
        GuardedSession streaming = slot.streaming();
        VideoMode usual = streamMode.orElseThrow();
        OpenCamera camera = slot.open().orElseThrow();
        Optional<VideoMode> wished = PhotoTaker.nearest(camera.modes(), settings)
                .filter(mode -> mode.width() != usual.width() || mode.height() != usual.height());
        Promise<Blob> photo = camera.still()
                .map(still -> still(streaming, still, settings))
                .or(() -> wished.map(mode -> inMode(streaming, usual, mode)))
                .orElseGet(() -> photos.next(deadlines.get()));
        return photo.recoverWith(failed -> ProviderCall.INLINE.failed(unknownError(failed.getFailure())));
    }

    private Promise<Blob> still(GuardedSession streaming, StillCamera still, PhotoSettings settings) {
        return streaming.call("photo", deadlines.get().photo(), opened -> still.takePhoto(settings));
    }

    /** Interrupts the stream for a photo of another size; the tracks are muted meanwhile (IC-5, IC-6). */
    private Promise<Blob> inMode(GuardedSession streaming, VideoMode usual, VideoMode wished) {
        StreamControl control = new StreamControl(deadlines.get());
        Supplier<Promise<Void>> restore = () -> control.restart(streaming, wished, usual)
                .onFailure(failure -> listener.ended(streaming, EndCause.FAILED, String.valueOf(failure.getMessage())));
        interruption.begin("the camera takes a photo");
        return control.restart(streaming, usual, wished)
                .flatMap(done -> photos.next(deadlines.get())
                        .recoverWith(failed ->
                                restore.get().flatMap(back -> ProviderCall.INLINE.failed(failed.getFailure())))
                        .flatMap(photo -> restore.get().map(back -> photo)))
                .onResolve(() -> interruption.end(streaming));
    }

    private Throwable unknownError(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.UNKNOWN, name + ": " + failure.getMessage(), failure)
                : failure;
    }

    /** A pause of the stream that the tracks see as mute and unmute. */
    interface Interruption {
        void begin(String cause);

        void end(GuardedSession streaming);
    }
}
