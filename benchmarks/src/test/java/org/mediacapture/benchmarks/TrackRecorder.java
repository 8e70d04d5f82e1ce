// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/** Records what an application sees of one track, and which provider its camera has. Thread-safe. */
final class TrackRecorder {
    private static final long PATIENCE_SECONDS = 30;

    private final String title;
    private final TwinCamera camera;
    private final DoubleSupplier clock;
    private final MediaStreamTrack track;
    private final ImageCapture capture;
    private final Queue<Double> frames = new ConcurrentLinkedQueue<>();
    private final Queue<Timeline.Span> photos = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<?>> asked = new ConcurrentLinkedQueue<>(); // each is over when it is recorded
    private final List<AutoCloseable> ends = new ArrayList<>(); // on the thread that records
    private final SpanLog providers;
    private final SpanLog muted;

    /** Opens a track and records it from now on. */
    TrackRecorder(String title, MockFramework framework, TwinCamera camera, DoubleSupplier clock) throws Exception {
        this.title = title;
        this.camera = camera;
        this.clock = clock;
        this.track = camera.open();
        this.capture = framework.service(ImageCaptureFactory.class).create(track);
        this.providers = new SpanLog(clock, camera.inUse());
        this.muted = new SpanLog(clock, "");
        ends.add(framework.service(CameraAdmin.class).addCameraListener(() -> providers.now(camera.inUse())));
        ends.add(track.addEventListener(TrackEvent.Type.MUTE, event -> muted.now("muted")));
        ends.add(track.addEventListener(TrackEvent.Type.UNMUTE, event -> muted.now("")));
        ends.add(track.frames(new FrameOptions(1, true), frame -> {
            try (frame) {
                frames.add(clock.getAsDouble());
            }
        }));
    }

    /** Asks for a photo, which is recorded when it comes. */
    void photo() {
        double from = clock.getAsDouble();
        asked.add(capture.takePhoto()
                .toCompletionStage()
                .whenComplete((photo, why) ->
                        photos.add(new Timeline.Span(from, clock.getAsDouble(), why == null ? "" : why.toString())))
                .toCompletableFuture());
    }

    /** Waits until all photos that were asked for have come. */
    void awaitPhotos() throws Exception {
        for (CompletableFuture<?> photo : asked) {
            photo.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Brings the camera to its other provider. */
    void swap() {
        camera.swap();
    }

    /** What was recorded; the track is stopped. */
    Timeline.Track end() throws Exception {
        List<Timeline.Span> used = providers.spans();
        List<Timeline.Span> silent = muted.spans();
        awaitPhotos();
        for (AutoCloseable end : ends) {
            end.close();
        }
        track.stop();
        return new Timeline.Track(title, used, List.copyOf(frames), silent, List.copyOf(photos));
    }
}
