// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;

/** What operators are told of the frames of a camera and of a track. */
class FrameStatisticsTest {
    private static final FrameOptions DIRECT = new FrameOptions(1, true);
    private static final FrameData HEAP = gray(ByteBuffer.allocate(64 * 48), 64, 48);
    private static final FrameData NATIVE =
            gray(ByteBuffer.allocateDirect(64 * 48 + 7).limit(64 * 48), 64, 48);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final FrameFanout camera = new FrameFanout(scheduler, new Lender().codecs());
    private final TrackFeed track = new TrackFeed(scheduler);
    private long number;

    FrameStatisticsTest() {
        camera.addTrack(track);
        camera.begin(() -> {});
    }

    private static FrameData gray(ByteBuffer bytes, int width, int height) {
        return FrameData.of(PixelFormat.GRAY8, List.of(new Plane(bytes, width, 1)), width, height, ColorSpace.BT709);
    }

    /** So many frames at ten per second, each this old when it arrives. */
    private void deliver(int count, FrameData data, Duration age) {
        for (int frame = 0; frame < count; frame++, number++) {
            scheduler.advance(INTERVAL);
            camera.deliver(data, number, scheduler.nanoTime() - age.toNanos(), () -> {});
        }
    }

    private FrameSubscription read(Consumer<VideoFrame> more) {
        return track.subscribe(
                DIRECT,
                frame -> {
                    more.accept(frame);
                    frame.close();
                },
                () -> {});
    }

    @Test
    void beforeTheFirstFrameThereIsNothing() {
        FrameStatistics nothing = new FrameStatistics(0, 0, 0, 0, Optional.empty(), 0, 0);

        assertThat(camera.statistics()).isEqualTo(nothing);
        assertThat(track.statistics()).isEqualTo(nothing);
    }

    @Test
    void theCameraTellsRateAgeAndSizeOfItsFrames() {
        deliver(20, HEAP, Duration.ofMillis(30));

        FrameStatistics told = camera.statistics();
        assertThat(told.delivered()).isEqualTo(20);
        assertThat(told.total()).isEqualTo(20);
        assertThat(told.frameRate()).isCloseTo(10, within(1e-6));
        assertThat(told.latency()).contains(Duration.ofMillis(30));
        assertThat(told.heapBytes()).isEqualTo(64 * 48);
        assertThat(told.nativeBytes()).isZero();
    }

    @Test
    void nativeMemoryIsToldApartAndOnlyWhatIsPartOfThePicture() {
        deliver(1, HEAP, INTERVAL);
        deliver(8, NATIVE, INTERVAL);

        assertThat(camera.statistics().heapBytes()).isZero();
        assertThat(camera.statistics().nativeBytes()).isEqualTo(64 * 48);
    }

    @Test
    void framesThatWereLostOnTheWayCountInTheTotalOnly() {
        deliver(1, HEAP, INTERVAL);
        number += 4;
        deliver(1, HEAP, INTERVAL);

        assertThat(camera.statistics().delivered()).isEqualTo(2);
        assertThat(camera.statistics().discarded()).isZero();
        assertThat(camera.statistics().total()).isEqualTo(6);
    }

    @Test
    void framesOfMutedTracksAreDiscarded() {
        deliver(2, HEAP, INTERVAL);
        camera.openTracks(false);
        deliver(3, HEAP, INTERVAL);

        assertThat(camera.statistics().delivered()).isEqualTo(2);
        assertThat(camera.statistics().discarded()).isEqualTo(3);
        assertThat(track.statistics().total()).isEqualTo(2);
    }

    @Test
    void countsGoOnWithANewSession() {
        deliver(5, HEAP, INTERVAL);
        camera.begin(() -> {});
        number = 0;
        deliver(5, HEAP, INTERVAL);

        assertThat(camera.statistics().total()).isEqualTo(10);
    }

    @Test
    void latencyFollowsTheNewestFrames() {
        deliver(8, HEAP, Duration.ofMillis(80));
        deliver(1, HEAP, Duration.ZERO);
        assertThat(camera.statistics().latency()).contains(Duration.ofMillis(60));

        deliver(400, HEAP, Duration.ofMillis(8));

        assertThat(camera.statistics().latency().orElseThrow()).isBetween(Duration.ofMillis(7), Duration.ofMillis(9));
    }

    @Test
    void aFrameOfTheFutureIsNew() {
        deliver(1, HEAP, Duration.ofMillis(-5));

        assertThat(camera.statistics().latency()).contains(Duration.ZERO);
    }

    @Test
    void aTrackCountsAlsoWithoutConsumersButKnowsNoLatencyThen() {
        deliver(10, HEAP, INTERVAL);

        assertThat(track.consumers()).isZero();
        assertThat(track.statistics().delivered()).isEqualTo(10);
        assertThat(track.statistics().frameRate()).isCloseTo(10, within(1e-6));
        assertThat(track.statistics().latency()).isEmpty();
        assertThat(track.statistics().heapBytes()).isZero();
    }

    @Test
    void aTrackOfLessRateTellsItsOwn() {
        track.shape(new Output(64, 48, 5, true));
        deliver(40, HEAP, INTERVAL);

        assertThat(track.statistics().frameRate()).isCloseTo(5, within(0.1));
        assertThat(track.statistics().discarded()).isEqualTo(20);
        assertThat(camera.statistics().frameRate()).isCloseTo(10, within(1e-6));
    }

    @Test
    void aScaledPictureIsMeasuredInsteadOfTheCameras() {
        track.shape(new Output(32, 24, 10, true));
        read(frame -> {});
        deliver(2, NATIVE, INTERVAL);

        FrameStatistics told = track.statistics();
        assertThat(told.heapBytes() + told.nativeBytes()).isEqualTo(32 * 24);
        assertThat(camera.statistics().nativeBytes()).isEqualTo(64 * 48);
    }

    @Test
    void theLatencyOfATrackIsThatOfItsSlowestConsumer() {
        read(frame -> scheduler.advance(Duration.ofMillis(50)));
        FrameSubscription second = read(frame -> {});
        deliver(1, HEAP, Duration.ofMillis(20));

        assertThat(track.consumers()).isEqualTo(2);
        assertThat(track.statistics().latency()).contains(Duration.ofMillis(70));
        second.close();
        assertThat(track.consumers()).isEqualTo(1);
        assertThat(track.statistics().latency()).contains(Duration.ofMillis(20));
    }

    @Test
    void aDisabledTrackHasNoRate() {
        deliver(10, HEAP, INTERVAL);
        track.enable(false);
        deliver(20, HEAP, INTERVAL);

        assertThat(track.statistics().frameRate()).isZero();
        assertThat(track.statistics().delivered()).isEqualTo(10);
    }

    @Test
    void aCameraThatFallsSilentHasNoRate() {
        deliver(10, HEAP, INTERVAL);
        scheduler.advance(Duration.ofSeconds(2));

        assertThat(camera.statistics().frameRate()).isZero();
        assertThat(track.statistics().frameRate()).isZero();
        assertThat(camera.statistics().delivered()).isEqualTo(10);
    }
}
