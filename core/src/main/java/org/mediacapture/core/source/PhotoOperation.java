// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/**
 * takePhoto in its turn: by the camera's own still part, else of the stream, else of the stream in another mode for a moment. A
 * camera that is released is opened for it (IC-10). Confined to the strand.
 */
final class PhotoOperation {
    private final SourceParts parts;
    private final PhotoTaker photos;
    private final FrameFanout fanout;
    private final Standby standby;
    private final SessionListener listener;

    PhotoOperation(
            SourceParts parts, PhotoTaker photos, FrameFanout fanout, Standby standby, SessionListener listener) {
        this.parts = parts;
        this.photos = photos;
        this.fanout = fanout;
        this.standby = standby;
        this.listener = listener;
    }

    /** Takes a photo; whatever keeps the camera from it is UnknownError (IC-4). */
    Promise<Blob> take(PhotoSettings settings) {
        return standby.awake()
                .flatMap(awake -> ofOpenCamera(settings))
                .recoverWith(failed -> ProviderCall.INLINE.failed(photoFailure(failed.getFailure())))
                .onResolve(standby::check);
    }

    /** How a photo would be taken now: as the still part tells, else in the size of the stream (IC-12). */
    Promise<PhotoSettings> settings() {
        if (parts.view().still().isEmpty()) {
            return ProviderCall.INLINE.resolved(parts.view()
                    .mode()
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

    private Promise<Blob> ofOpenCamera(PhotoSettings settings) {
        GuardedSession streaming = parts.slot().streaming();
        VideoMode usual = parts.view().mode().orElseThrow();
        OpenCamera camera = openCamera();
        PhotoFile file = PhotoFile.of(settings);
        Optional<VideoMode> wished = PhotoSizes.nearest(camera.modes(), settings)
                .filter(mode -> mode.width() != usual.width() || mode.height() != usual.height());
        return camera.still()
                .map(still -> still(streaming, still, settings).flatMap(photo -> photos.developed(file, photo)))
                .or(() -> wished.map(mode -> inMode(streaming, usual, mode, file)))
                .orElseGet(() -> photos.next(file, parts.deadlines().get()));
    }

    private OpenCamera openCamera() {
        return parts.slot().open().orElseThrow();
    }

    private Promise<Blob> still(GuardedSession streaming, StillCamera still, PhotoSettings settings) {
        return streaming.call("photo", parts.deadlines().get().photo(), opened -> still.takePhoto(settings));
    }

    /** Interrupts the stream for a photo of another size; the tracks are muted meanwhile (IC-5, IC-6). */
    private Promise<Blob> inMode(GuardedSession streaming, VideoMode usual, VideoMode wished, PhotoFile file) {
        StreamControl control = new StreamControl(parts.deadlines().get());
        Supplier<Promise<Void>> restore = () -> control.restart(streaming, wished, usual)
                .recoverWith(failed -> notRestored(streaming, failed.getFailure()));
        interrupt();
        return control.restart(streaming, usual, wished)
                .flatMap(done -> photos.next(file, parts.deadlines().get())
                        .recoverWith(failed ->
                                restore.get().flatMap(back -> ProviderCall.INLINE.failed(failed.getFailure())))
                        .flatMap(photo -> restore.get().map(back -> photo)))
                .onResolve(() -> goOn(streaming));
    }

    /** The camera is lost, by which the photo, or its failure, is not undone (HS-4). */
    private Promise<Void> notRestored(GuardedSession streaming, Throwable failure) {
        if (!(failure instanceof SessionLostException)) {
            listener.ended(streaming, EndCause.FAILED, String.valueOf(failure.getMessage()));
        }
        return ProviderCall.INLINE.resolved(null);
    }

    private void interrupt() {
        fanout.openTracks(false);
        parts.stream().pause();
        parts.tracks().mute("the camera takes a photo");
    }

    private void goOn(GuardedSession streaming) {
        fanout.openTracks(true);
        parts.view().mode().ifPresent(mode -> parts.stream().goesOn(streaming, mode));
    }

    private Throwable photoFailure(Throwable failure) {
        boolean told = failure instanceof SessionLostException
                || failure instanceof MediaException known && known.error() == ErrorName.UNKNOWN;
        return told
                ? failure
                : new MediaException(ErrorName.UNKNOWN, parts.name() + ": " + failure.getMessage(), failure);
    }
}
