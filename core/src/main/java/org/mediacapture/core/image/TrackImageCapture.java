// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import java.time.Duration;
import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.source.SourceView;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;

/** An ImageCapture. Thread-safe. */
final class TrackImageCapture implements ImageCapture {
    private final CameraTrack track;
    private final Scheduler scheduler;
    private final Publisher publisher;
    private final Codecs codecs;
    private final Supplier<Duration> deadline;

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
    public Promise<Blob> takePhoto(PhotoSettings settings) {
        Objects.requireNonNull(settings, "settings");
        try {
            requireLive("takePhoto");
            check(settings, track.source().view());
        } catch (MediaException refused) {
            return publisher.failed(refused);
        }
        return publisher.publish(track.source().takePhoto(track, settings));
    }

    @Override
    public Promise<ImageBitmap> grabFrame() {
        try {
            requireLive("grabFrame");
        } catch (MediaException refused) {
            return publisher.failed(refused);
        }
        return FrameGrab.start(track, scheduler, publisher, codecs, deadline.get());
    }

    private void requireLive(String call) {
        if (!track.isLive()) {
            throw new MediaException(ErrorName.INVALID_STATE, "the track is ended, " + call + " needs it live");
        }
    }

    /** What the camera cannot do is refused before anything happens (IC-9). */
    private static void check(PhotoSettings settings, SourceView camera) {
        if (camera.stills()) {
            return; // the still part knows its own limits
        }
        settings.fillLightMode().ifPresent(mode -> {
            throw unsupported("fillLightMode", mode.value(), "the camera has no flash");
        });
        settings.redEyeReduction().ifPresent(flag -> {
            throw unsupported("redEyeReduction", flag, "the camera has none");
        });
        settings.imageWidth().ifPresent(width -> checkSize("imageWidth", width, camera, VideoMode::width));
        settings.imageHeight().ifPresent(height -> checkSize("imageHeight", height, camera, VideoMode::height));
    }

    private static void checkSize(String member, double wish, SourceView camera, ToIntFunction<VideoMode> dimension) {
        IntSummaryStatistics sizes = camera.modes().stream().mapToInt(dimension).summaryStatistics();
        if (wish < sizes.getMin() || wish > sizes.getMax()) {
            throw unsupported(member, wish, "the camera has " + sizes.getMin() + " to " + sizes.getMax() + " px");
        }
    }

    private static MediaException unsupported(String member, Object value, String accepted) {
        return new MediaException(ErrorName.NOT_SUPPORTED, member + ": " + value + " is not supported: " + accepted);
    }
}
