// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.provider.mock.MockCameras.I420;
import static org.mediacapture.provider.mock.MockCameras.LARGE;
import static org.mediacapture.provider.mock.MockCameras.MJPEG;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;

class MockSessionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 5_000;

    private final ManualTimer timer = new ManualTimer(START);
    private final RecordingSink sink = RecordingSink.releasing();
    private final MockDevice device = MockCameras.device(timer, Map.of());

    @Test
    void deliversNumberedFramesAtTheTimesOfItsRate() throws CameraException {
        CameraSession session = device.open(sink);
        session.start(I420);
        timer.advance(SECOND);
        assertThat(sink.sequences())
                .isEqualTo(LongStream.rangeClosed(0, 30).boxed().toList());
        for (RecordingSink.Frame frame : sink.frames) {
            long ideal = START + (long) Math.ceil(frame.sequence() * 1e9 / 30);
            assertThat(frame.timestamp()).isEqualTo(ideal);
        }
    }

    @Test
    void theNumberCanBeReadFromThePicture() throws CameraException {
        device.open(sink).start(I420);
        timer.advance(SECOND / 10);
        assertThat(sink.codes)
                .containsExactly(OptionalLong.of(0), OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(3));
    }

    @Test
    void aLateFrameIsDroppedAndNotQueued() throws CameraException {
        device.open(sink).start(I420);
        timer.advance(0);
        timer.hold(SECOND / 2);
        timer.advance(SECOND / 30 + 1);
        assertThat(sink.sequences()).containsExactly(0L, 15L, 16L);
        assertThat(sink.frames.get(1).timestamp()).isEqualTo(START + SECOND / 2);
    }

    @Test
    void uncompressedFramesAreDescribedAsTheyAre() throws CameraException {
        device.open(sink).start(LARGE);
        timer.advance(0);
        FrameData data = sink.frames.get(0).data();
        assertThat(data.format()).isEqualTo(PixelFormat.I420);
        assertThat(data.codedWidth()).isEqualTo(320);
        assertThat(data.codedHeight()).isEqualTo(240);
        assertThat(data.visible()).isEqualTo(PixelRect.ofSize(320, 240));
        assertThat(data.colorSpace()).isEqualTo(ColorSpace.JPEG);
        assertThat(data.planes())
                .extracting(plane -> plane.buffer().remaining())
                .containsExactly(76800, 19200, 19200);
        assertThat(data.planes()).extracting(plane -> plane.rowStride()).containsExactly(320, 160, 160);
        assertThat(data.planes()).extracting(plane -> plane.pixelStride()).containsExactly(1, 1, 1);
        assertThat(data.planes()).allMatch(plane -> plane.buffer().isDirect());
    }

    @Test
    void compressedFramesAreWholePictures() throws CameraException {
        device.open(sink).start(MJPEG);
        timer.advance(SECOND / 5);
        assertThat(sink.sequences()).containsExactly(0L, 1L, 2L);
        for (RecordingSink.Frame frame : sink.frames) {
            assertThat(frame.data().format()).isEqualTo(PixelFormat.MJPEG);
        }
        ByteBuffer bytes = sink.frames.get(2).data().planes().get(0).buffer();
        assertThat(bytes.position()).isZero();
        assertThat(bytes.getShort(0)).isEqualTo((short) 0xffd8);
        assertThat(bytes.getShort(bytes.limit() - 2)).isEqualTo((short) 0xffd9);
    }

    @Test
    void theSameBufferIsLentAgainWithTheSameDescription() throws CameraException {
        device.open(sink).start(I420);
        timer.advance(SECOND);
        assertThat(sink.frames)
                .hasSize(31)
                .allMatch(frame -> frame.data() == sink.frames.get(0).data());
    }

    @Test
    void framesAreDroppedWhileAllBuffersAreLentAndGoOnWhenOneComesBack() throws CameraException {
        RecordingSink hoarding = RecordingSink.keeping();
        device.open(hoarding).start(I420);
        timer.advance(SECOND / 2);
        assertThat(hoarding.sequences()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        hoarding.frames.get(2).release().run();
        timer.advance(SECOND / 2);
        assertThat(hoarding.sequences()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 16L);
        assertThat(hoarding.frames.get(6).data())
                .isSameAs(hoarding.frames.get(2).data());
    }

    @Test
    void lentBuffersKeepTheirPictureAfterTheSessionIsClosed() throws CameraException {
        RecordingSink hoarding = RecordingSink.keeping();
        CameraSession session = device.open(hoarding);
        session.start(I420);
        timer.advance(SECOND / 2);
        session.close();
        timer.advance(SECOND);
        assertThat(hoarding.frames)
                .hasSize(6)
                .allMatch(frame -> frame.code().equals(OptionalLong.of(frame.sequence())));
        hoarding.frames.forEach(frame -> frame.release().run());
        assertThat(timer.scheduled()).isZero();
    }

    @Test
    void noFrameComesAfterStop() throws CameraException {
        CameraSession session = device.open(sink);
        session.start(I420);
        timer.advance(SECOND);
        session.stop();
        int delivered = sink.frames.size();
        timer.advance(SECOND);
        assertThat(sink.frames).hasSize(delivered);
        assertThat(timer.scheduled()).isZero();
        session.stop();
    }

    @Test
    void numbersAndTimesGrowOverStopAndStartInAnotherMode() throws CameraException {
        CameraSession session = device.open(sink);
        session.start(I420);
        timer.advance(SECOND / 10);
        session.stop();
        timer.advance(SECOND);
        session.start(LARGE);
        timer.advance(SECOND / 15 + 1);
        assertThat(sink.sequences()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(sink.frames)
                .extracting(RecordingSink.Frame::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sink.frames.get(4).data().codedWidth()).isEqualTo(320);
        assertThat(sink.codes.get(4)).hasValue(4);
    }

    @Test
    void controlsAreSnappedReportedAndSeenInTheNextFrame() throws CameraException {
        CameraSession session = device.open(RecordingSink.releasing());
        MediaTrackSettings applied = session.apply(MediaTrackSettings.builder()
                .with(ConstrainableProperty.ZOOM, 2.02)
                .with(ConstrainableProperty.BRIGHTNESS, 29.6)
                .with(ConstrainableProperty.PAN, 3599.0)
                .build());
        assertThat(applied.toMap())
                .hasSize(17)
                .containsAllEntriesOf(Map.of("zoom", 2.0, "brightness", 30.0, "pan", 3600.0));
        assertThat(session.settings()).isEqualTo(applied);
        RecordingSink seeing = RecordingSink.keeping();
        CameraSession other = device.open(seeing);
        other.start(I420);
        other.apply(applied);
        timer.advance(0);
        PictureLayout layout = new PictureLayout(160, 120);
        Picture expected = Pictures.blank(layout);
        new TestPattern(layout, new Sceneries(), "Mock camera door", "160×120  30 fps")
                .draw(expected, 0, 0, Looks.of(Map.of("zoom", 2, "brightness", 30, "pan", 3600)));
        byte[] luma = new byte[160 * 120];
        seeing.frames.get(0).data().planes().get(0).buffer().get(0, luma);
        assertThat(ByteBuffer.wrap(luma)).isEqualTo(expected.luma());
    }

    @Test
    void tellsModesAndControlsAlsoWhenClosed() throws CameraException {
        CameraSession session = device.open(sink);
        session.close();
        assertThat(session.modes()).containsExactly(I420, MJPEG, LARGE);
        assertThat(session.controls()).isEqualTo(device.controls());
    }

    @Test
    void startIsRefusedWhileStarted() throws CameraException {
        CameraSession session = device.open(sink);
        session.start(I420);
        assertThatThrownBy(() -> session.start(I420))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the session is STARTED, start needs OPENED or STOPPED");
    }

    @Test
    void startNeedsAModeOfTheCamera() throws CameraException {
        CameraSession session = device.open(sink);
        assertThatThrownBy(() -> session.start(new VideoMode(160, 120, 31, PixelFormat.I420)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mode: 160x120@31.0 I420 is not one of [160x120@30.0 I420");
        session.start(I420);
    }

    @Test
    void everythingIsLostAfterCloseAndClosingTwiceIsHarmless() throws CameraException {
        MockDevice photographic = MockCameras.device(timer, Map.of("still", true));
        CameraSession session = photographic.open(sink);
        session.start(I420);
        session.close();
        session.close();
        List<ThrowingCallable> calls = List.of(
                session::settings,
                () -> session.apply(MediaTrackSettings.empty()),
                () -> session.start(I420),
                session::stop,
                () -> session.still().orElseThrow().takePhoto(PhotoSettings.none()));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            CameraException.class, e -> assertThat(e.reason()).isEqualTo(CameraException.Reason.LOST))
                    .hasMessageContaining("mock:door")
                    .hasMessageContaining("the session is closed");
        }
        timer.advance(SECOND);
        assertThat(sink.frames).isEmpty();
    }
}
