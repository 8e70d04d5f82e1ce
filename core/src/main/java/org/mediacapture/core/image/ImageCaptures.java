// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaStreamTrack;

/** Makes ImageCaptures. Thread-safe. */
public final class ImageCaptures implements ImageCaptureFactory {
    private final Scheduler scheduler;
    private final Publisher publisher;
    private final Codecs codecs;
    private final Supplier<Duration> deadline;

    /**
     * Makes a factory.
     *
     * @param deadline how long a grabbed frame may take
     */
    public ImageCaptures(Scheduler scheduler, Publisher publisher, Codecs codecs, Supplier<Duration> deadline) {
        this.scheduler = scheduler;
        this.publisher = publisher;
        this.codecs = codecs;
        this.deadline = deadline;
    }

    @Override
    public ImageCapture create(MediaStreamTrack track) {
        Objects.requireNonNull(track, "track");
        if (track.kind() != MediaKind.VIDEO) {
            throw new MediaException(
                    ErrorName.NOT_SUPPORTED,
                    "track: a track of kind " + track.kind().value() + " takes no photos; it must be video");
        }
        if (track instanceof CameraTrack camera) {
            return new TrackImageCapture(camera, scheduler, publisher, codecs, deadline);
        }
        throw new IllegalArgumentException(
                "track: " + track.id() + " did not come from MediaDevices of this framework");
    }
}
