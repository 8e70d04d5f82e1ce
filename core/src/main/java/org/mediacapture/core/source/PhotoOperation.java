// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/**
 * takePhoto in its turn: by the camera's own still part, else of the stream, else of the stream in another mode for a moment.
 * Confined to the strand.
 */
final class PhotoOperation {
    private final SessionSlot slot;
    private final PhotoTaker photos;
    private final Supplier<Deadlines> deadlines;
    private final Interruption interruption;
    private final SessionListener listener;

    PhotoOperation(
            SessionSlot slot,
            PhotoTaker photos,
            Supplier<Deadlines> deadlines,
            Interruption interruption,
            SessionListener listener) {
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
        PhotoFile file = PhotoFile.of(settings);
        Optional<VideoMode> wished = PhotoSizes.nearest(camera.modes(), settings)
                .filter(mode -> mode.width() != usual.width() || mode.height() != usual.height());
        return camera.still()
                .map(still -> still(streaming, still, settings).flatMap(photo -> photos.developed(file, photo)))
                .or(() -> wished.map(mode -> inMode(streaming, usual, mode, file)))
                .orElseGet(() -> photos.next(file, deadlines.get()));
    }

    /** How a photo would be taken now: as the still part tells, else in the size of the stream (IC-12). */
    Promise<PhotoSettings> settings(SourceView view) {
        Optional<StillCamera> still = slot.open().flatMap(OpenCamera::still);
        if (still.isPresent()) {
            return slot.streaming()
                    .call(
                            "photo settings",
                            deadlines.get().control(),
                            opened -> still.get().settings());
        }
        return ProviderCall.INLINE.resolved(view.mode()
                .map(mode -> PhotoSettings.ofSize(mode.width(), mode.height()))
                .orElseGet(PhotoSettings::none));
    }

    private Promise<Blob> still(GuardedSession streaming, StillCamera still, PhotoSettings settings) {
        return streaming.call("photo", deadlines.get().photo(), opened -> still.takePhoto(settings));
    }

    /** Interrupts the stream for a photo of another size; the tracks are muted meanwhile (IC-5, IC-6). */
    private Promise<Blob> inMode(GuardedSession streaming, VideoMode usual, VideoMode wished, PhotoFile file) {
        StreamControl control = new StreamControl(deadlines.get());
        Supplier<Promise<Void>> restore = () -> control.restart(streaming, wished, usual)
                .onFailure(failure -> listener.ended(streaming, EndCause.FAILED, String.valueOf(failure.getMessage())));
        interruption.begin("the camera takes a photo");
        return control.restart(streaming, usual, wished)
                .flatMap(done -> photos.next(file, deadlines.get())
                        .recoverWith(failed ->
                                restore.get().flatMap(back -> ProviderCall.INLINE.failed(failed.getFailure())))
                        .flatMap(photo -> restore.get().map(back -> photo)))
                .onResolve(() -> interruption.end(streaming));
    }

    /** A pause of the stream that the tracks see as mute and unmute. */
    interface Interruption {
        void begin(String cause);

        void end(GuardedSession streaming);
    }
}
