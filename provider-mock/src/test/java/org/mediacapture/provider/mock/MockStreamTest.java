// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

class MockStreamTest {
    private static final MockStream.Timing TIMING = new MockStream.Timing(new FrameSchedule(0, 30), 0, 0);
    private static final MockStream.Script NEVER = new MockStream.Script(StreamFaults.NONE, "mock:door", () -> {});

    /**
     * The way of an uncompressed frame from the timer to the sink, measured in bytes of heap: the least of several rounds, since the
     * first ones are not compiled yet.
     */
    @ParameterizedTest
    @CsvSource({"zoom,24", "exposureMode;exposureTime;iso;whiteBalanceMode;colorTemperature;focusMode;focusDistance,64"
    })
    void aFrameAllocatesNearlyNothing(String controls, double bytes) {
        FrameMaker maker = FrameMaker.of(MockMode.parse("640x480@30 I420"), new Sceneries(), "Mock camera");
        ControlWatch watch = new ControlWatch(new MockControls(OfferedControls.of(List.of(controls.split(";")))), 30);
        MockStream stream = new MockStream(new IndifferentSink(), maker, TIMING, () -> Look.NEUTRAL, watch, NEVER);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long now = 0;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            now = run(stream, now, 600);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least / 600.0).isLessThanOrEqualTo(bytes);
    }

    @Test
    void aPictureThatCannotBeMadeEndsTheStream() {
        RecordingSink sink = RecordingSink.releasing();
        BrokenMaker maker = new BrokenMaker();
        MockStream stream = new MockStream(sink, maker, TIMING, () -> Look.NEUTRAL, watch(), NEVER);
        assertThat(stream.tick(0)).isEqualTo(FrameTimer.NEVER);
        assertThat(sink.ends).containsExactly(new RecordingSink.End(EndCause.FAILED, "the paper is out"));
        assertThat(sink.frames).isEmpty();
        assertThat(stream.tick(1_000_000_000)).isEqualTo(FrameTimer.NEVER);
        assertThat(maker.closed).hasPositiveValue();
    }

    @Test
    void theMakerIsClosedOnlyWhenNothingIsDrawn() {
        RecordingSink sink = RecordingSink.releasing();
        BrokenMaker closes = new BrokenMaker();
        FrameMaker maker = new FrameMaker() {
            @Override
            public FrameBuffer newBuffer() {
                return FrameMaker.of(MockMode.parse("64x48@30"), new Sceneries(), "Mock camera")
                        .newBuffer();
            }

            @Override
            public void close() {
                closes.close();
            }
        };
        MockStream stream = new MockStream(sink, maker, TIMING, () -> Look.NEUTRAL, watch(), NEVER);
        sink.onFrame(frame -> {
            stream.close();
            assertThat(closes.closed).hasValue(0);
        });
        stream.tick(0);
        assertThat(sink.frames).hasSize(1);
        assertThat(closes.closed).hasPositiveValue();
    }

    @Test
    void endsAfterTheFramesOfItsFault() throws CameraException {
        RecordingSink sink = RecordingSink.releasing();
        ManualTimer timer = new ManualTimer(0);
        CameraSession session = MockCameras.faulty(timer, "ends-after=3").open(sink);
        session.start(MockCameras.I420);
        timer.advance(1_000_000_000L);
        assertThat(sink.sequences()).containsExactly(0L, 1L, 2L);
        assertThat(sink.ends)
                .singleElement()
                .satisfies(end -> assertThat(end.cause()).isEqualTo(EndCause.LOST))
                .satisfies(end -> assertThat(end.message()).startsWith("mock:door: "));
        session.close();
        assertThat(timer.scheduled()).isZero();
    }

    @Test
    void startsAndDeliversNothingWithTheFaultNoFrames() throws CameraException {
        RecordingSink sink = RecordingSink.releasing();
        ManualTimer timer = new ManualTimer(0);
        CameraSession session = MockCameras.faulty(timer, "no-frames").open(sink);
        session.start(MockCameras.I420);
        timer.advance(10_000_000_000L);
        assertThat(sink.frames).isEmpty();
        assertThat(sink.ends).isEmpty();
        session.stop();
    }

    @Test
    void isPulledOutAfterTheFramesOfItsFault() throws CameraException {
        RecordingSink sink = play(3, "unplugs-after=2");
        assertThat(sink.sequences()).containsExactly(0L, 1L);
        assertThat(sink.ends)
                .containsExactly(new RecordingSink.End(EndCause.UNPLUGGED, "mock:door: pulled out, as its faults say"));
    }

    @Test
    void stallsWithoutAWordAndStreamsAgainAfterAStart() throws CameraException {
        RecordingSink sink = RecordingSink.releasing();
        ManualTimer timer = new ManualTimer(0);
        CameraSession session = MockCameras.faulty(timer, "stalls-after=2").open(sink);
        session.start(MockCameras.I420);
        timer.advance(10_000_000_000L);
        assertThat(sink.sequences()).containsExactly(0L, 1L);
        assertThat(sink.ends).isEmpty();
        session.stop();
        session.start(MockCameras.I420);
        timer.advance(10_000_000_000L);
        assertThat(sink.sequences()).containsExactly(0L, 1L, 2L, 3L);
        session.close();
    }

    @Test
    void aDroppedFrameIsAGapInTheNumbers() throws CameraException {
        assertThat(play(1, "drops-every=4").sequences()).startsWith(0L, 1L, 2L, 4L, 5L, 6L, 8L, 9L, 10L, 12L);
    }

    @Test
    void aCorruptFrameIsCutShortAndTheNextIsWhole() throws CameraException {
        RecordingSink sink = RecordingSink.keeping();
        ManualTimer timer = new ManualTimer(0);
        CameraSession session = MockCameras.faulty(timer, "corrupts-every=2").open(sink);
        session.start(MockCameras.MJPEG);
        timer.advance(400_000_000L);
        List<Boolean> whole = sink.frames.stream()
                .map(frame -> frame.data().planes().get(0).buffer())
                .map(buffer -> buffer.getShort(buffer.limit() - 2) == (short) 0xffd9)
                .toList();
        assertThat(whole).containsExactly(true, false, true, false, true);
        assertThat(sink.frames.get(1).data().planes().get(0).buffer().getShort(0))
                .isEqualTo((short) 0xffd8);
    }

    @Test
    void tellsWhatTheAutomaticsMovedAtMostOnceForEachSecondOfFrames() throws CameraException {
        RecordingSink sink = play(40);
        assertThat(sink.moves).hasSizeBetween(4, 40);
        for (int i = 1; i < sink.moves.size(); i++) {
            assertThat(sink.moves.get(i).frames() - sink.moves.get(i - 1).frames())
                    .isGreaterThanOrEqualTo(30);
        }
        List<String> names = sink.moves.stream()
                .flatMap(move -> move.settings().toMap().keySet().stream())
                .distinct()
                .toList();
        assertThat(names).containsExactlyInAnyOrder("exposureTime", "iso", "colorTemperature", "focusDistance");
        RecordingSink again = play(40);
        assertThat(again.moves).as("the script is the same each time").isEqualTo(sink.moves);
    }

    @Test
    void aSweepThatEndedIsTold() throws CameraException {
        RecordingSink sink = RecordingSink.releasing();
        ManualTimer timer = new ManualTimer(0);
        CameraSession session = MockCameras.device(
                        timer, Map.of("controls", new String[] {"focusMode", "focusDistance"}))
                .open(sink);
        session.apply(MediaTrackSettings.fromMap(Map.of("focusMode", "manual", "focusDistance", 5), List.of()));
        session.start(MockCameras.I420);
        timer.advance(1_000_000_000L);
        session.apply(MediaTrackSettings.fromMap(Map.of("focusMode", "single-shot"), List.of()));
        timer.advance(10_000_000_000L);
        RecordingSink.Move last = sink.moves.get(sink.moves.size() - 1);
        assertThat(last.settings())
                .isEqualTo(MediaTrackSettings.fromMap(
                        Map.of("focusDistance", session.settings().toMap().get("focusDistance")), List.of()));
        assertThat(session.settings().toMap()).containsEntry("focusMode", "single-shot");
    }

    private static RecordingSink play(int seconds, String... faults) throws CameraException {
        RecordingSink sink = RecordingSink.releasing();
        ManualTimer timer = new ManualTimer(0);
        CameraSession session = MockCameras.faulty(timer, faults).open(sink);
        session.start(MockCameras.I420);
        timer.advance(seconds * 1_000_000_000L);
        session.close();
        return sink;
    }

    private static ControlWatch watch() {
        return new ControlWatch(new MockControls(OfferedControls.ALL), 30);
    }

    private static long run(MockStream stream, long start, int frames) {
        long now = start;
        for (int i = 0; i < frames; i++) {
            now += stream.tick(now);
        }
        return now;
    }

    private static final class BrokenMaker implements FrameMaker {
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public FrameBuffer newBuffer() {
            throw new UncheckedIOException("the paper is out", new IOException());
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static final class IndifferentSink implements FrameSink {
        @Override
        public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
            release.run();
        }

        @Override
        public void modeChanged(VideoMode mode) {
            throw new AssertionError(mode);
        }

        @Override
        public void controlsChanged(MediaTrackSettings settings) {
            assertThat(settings.properties()).isNotEmpty();
        }

        @Override
        public void muted(boolean muted) {
            throw new AssertionError(muted);
        }

        @Override
        public void ended(EndCause cause, String message) {
            throw new AssertionError(message);
        }
    }
}
