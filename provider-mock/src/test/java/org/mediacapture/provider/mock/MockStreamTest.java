// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

class MockStreamTest {
    private static final MockStream.Timing TIMING = new MockStream.Timing(new FrameSchedule(0, 30), 0, 0);
    private static final MockStream.Ending NEVER = new MockStream.Ending(Long.MAX_VALUE, "");

    /** The way of an uncompressed frame from the timer to the sink, measured in bytes of heap. */
    @Test
    void aFrameAllocatesNearlyNothing() {
        FrameMaker maker = FrameMaker.of(MockMode.parse("640x480@30 I420"), "Mock camera");
        MockStream stream = new MockStream(new IndifferentSink(), maker, TIMING, () -> ControlValues.INITIAL, NEVER);
        long now = run(stream, 0, 300);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run(stream, now, 300);
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 300.0).isLessThanOrEqualTo(64);
    }

    @Test
    void aPictureThatCannotBeMadeEndsTheStream() {
        RecordingSink sink = RecordingSink.releasing();
        BrokenMaker maker = new BrokenMaker();
        MockStream stream = new MockStream(sink, maker, TIMING, () -> ControlValues.INITIAL, NEVER);
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
                return FrameMaker.of(MockMode.parse("64x48@30"), "Mock camera").newBuffer();
            }

            @Override
            public void close() {
                closes.close();
            }
        };
        MockStream stream = new MockStream(sink, maker, TIMING, () -> ControlValues.INITIAL, NEVER);
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
            throw new AssertionError(settings);
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
