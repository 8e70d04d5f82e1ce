// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.image.ImageCaptures;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.SystemScheduler;
import org.mediacapture.image.ImageCapture;
import org.osgi.util.promise.Promise;

/** Calls from many real threads while the track is stopped: all of them settle, and as the rules say. */
class ConcurrentCallsTest {
    private static final int THREADS = 16;
    private static final int CALLS = 63; // of each thread: 1,008 calls
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Deadlines GENEROUS = new Deadlines(LONG, LONG, LONG, LONG, LONG, LONG, LONG);

    @Test
    @Rule({"AC-1", "IC-3", "IC-13", "TRK-4"})
    void aThousandCallsFromSixteenThreadsSettleWhileTheTrackIsStopped() throws Exception {
        StudioCamera camera = new StudioCamera();
        camera.still = Optional.of(StudioCamera.everything());
        try (SystemScheduler scheduler = new SystemScheduler()) {
            Offer offer = new Offer(
                    camera, new Offer.Description("fake:door", "door", "Door", "", "", "fake", "fake", 1, 0, 1));
            CameraSource source =
                    new CameraSource("door", () -> List.of(offer), scheduler, () -> GENEROUS, Rig.codecs(), () -> {});
            Publisher publisher = new Publisher(scheduler);
            TrackOwner owner = new TrackOwner("app", "app", event -> {});
            Perspective seen = new Perspective(MediaTrackSettings.empty(), true);
            TrackParts parts = new TrackParts(scheduler, publisher);
            Promise<CameraTrack> opened = source.attach(
                    MediaTrackConstraints.none(),
                    seen,
                    attachment -> CameraTrack.of(
                            "Door", "door", owner, source, seen, attachment, MediaTrackConstraints.none(), parts));
            assertThat(scheduler.await(opened, LONG)).isTrue();
            CameraTrack track = opened.getValue();
            ImageCapture capture = new ImageCaptures(scheduler, publisher, Rig.codecs(), () -> LONG).create(track);

            Queue<Promise<?>> calls = callWhileStopping(track, capture);

            assertThat(calls).hasSize(THREADS * CALLS);
            await().atMost(LONG).until(() -> calls.stream().allMatch(Promise::isDone));
            for (Promise<?> call : calls) {
                assertThat(isAsTheRulesSay(call.getFailure()))
                        .as("%s", call.getFailure())
                        .isTrue();
            }
            assertThat(owner.tracks()).isEmpty();
            await().atMost(LONG).until(() -> !source.isInUse() && !camera.isOpen());
        }
    }

    private static Queue<Promise<?>> callWhileStopping(CameraTrack track, ImageCapture capture) throws Exception {
        Queue<Promise<?>> calls = new ConcurrentLinkedQueue<>();
        CountDownLatch ready = new CountDownLatch(THREADS);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch half = new CountDownLatch(THREADS * CALLS / 2);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            int first = number;
            threads.add(new Thread(() -> {
                ready.countDown();
                awaitQuietly(go);
                for (int call = 0; call < CALLS; call++) {
                    calls.add(call(track, capture, first + call));
                    half.countDown();
                }
            }));
        }
        threads.forEach(Thread::start);
        ready.await();
        go.countDown();
        assertThat(half.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        track.stop();
        for (Thread thread : threads) {
            thread.join();
        }
        return calls;
    }

    private static Promise<?> call(CameraTrack track, ImageCapture capture, int number) {
        track.setEnabled(number % 5 != 0);
        return switch (number % 7) {
            case 0, 1 -> track.applyConstraints(Map.of("width", 100 + number, "zoom", 1 + number % 9));
            case 2 -> track.applyConstraints(Map.of("zoom", Map.of("exact", 2)));
            case 3 -> capture.takePhoto();
            case 4 -> capture.getPhotoSettings();
            case 5 -> capture.getPhotoCapabilities();
            default -> stopped(track.clone(), track.readSettings());
        };
    }

    private static Promise<?> stopped(CameraTrack clone, Promise<?> call) {
        clone.stop();
        return call;
    }

    private static boolean isAsTheRulesSay(Throwable failure) {
        return failure == null
                || failure instanceof MediaException known
                        && List.of(ErrorName.INVALID_STATE, ErrorName.UNKNOWN, ErrorName.OPERATION)
                                .contains(known.error());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
