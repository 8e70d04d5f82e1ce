// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.provider.javacv.v4l2.FakeDevice;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Interval;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Size;
import org.mediacapture.provider.javacv.v4l2.FakePicture;

class LocalSourceTest {
    private static final VideoMode RAW = new VideoMode(32, 16, 30, PixelFormat.YUYV);
    private static final VideoMode JPEG = new VideoMode(64, 32, 30, PixelFormat.MJPEG);
    private static final int FRAMES = 1000;
    private static final int ROUNDS = 5;
    private static final int ENODEV = 19;
    private static final int EIO = 5;

    @TempDir
    private Path folder;

    private final FakeDevice device = new FakeDevice();
    private final Interruption interruption = new Interruption();
    private final Outlet outlet = new Outlet();
    private final List<FrameSource> open = new ArrayList<>();
    private Path file;

    @BeforeEach
    void plugIn() throws Exception {
        file = Files.createFile(folder.resolve("video0"));
        device.formats()
                .add("YUYV", Size.of(32, 16, Interval.rate(30)))
                .add("MJPG", Size.of(64, 32, Interval.rate(30)));
    }

    /** Nothing of the driver's stays in memory, whatever the test did. */
    @AfterEach
    void close() {
        open.forEach(FrameSource::close);
        outlet.releases.forEach(Runnable::run);
        assertThat(device.stream().mapped()).isZero();
    }

    private CameraPlan plan(long readDeadline) {
        return Plans.of("v4l2:" + file, Map.of("read.deadline", readDeadline));
    }

    private FrameSource open(VideoMode mode) throws CameraException {
        return open(mode, plan(30_000));
    }

    private FrameSource open(VideoMode mode, CameraPlan plan) throws CameraException {
        FrameSource source = LocalInput.open(plan, device).open(mode, interruption);
        open.add(source);
        return source;
    }

    private void next(FrameSource source, FakePicture picture) throws CameraException {
        assertThat(device.stream().fill(picture)).isTrue();
        assertThat(source.next(outlet)).isTrue();
    }

    @Test
    void aRawPictureIsLentWhereTheDriverPutItWithTheDriversTime() throws Exception {
        FrameSource source = open(RAW);

        next(source, FakePicture.number(42).at(5_000_000));

        assertThat(source.mode()).isEqualTo(RAW);
        assertThat(outlet.frames).singleElement().satisfies(frame -> {
            assertThat(frame.format()).isEqualTo(PixelFormat.YUYV);
            assertThat(frame.planes().get(0).buffer().get(0)).isEqualTo((byte) 42);
        });
        assertThat(outlet.times).containsExactly(5_000_000L);
    }

    @Test
    void aJpegHasTheBytesThatTheDriverSaysAndNoMore() throws Exception {
        FrameSource source = open(JPEG);

        next(source, FakePicture.number(1).of(new byte[] {1, 2, 3}));
        next(source, FakePicture.number(2).of(new byte[] {4, 5, 6, 7}));

        assertThat(outlet.frames)
                .extracting(frame -> frame.planes().get(0).buffer().remaining())
                .containsExactly(3, 4);
    }

    @Test
    void aRawBufferIsDescribedOnceHoweverOftenItIsLent() throws Exception {
        device.stream().atMost(1);
        FrameSource source = open(RAW);

        next(source, FakePicture.number(1));
        outlet.releases.remove(0).run();
        next(source, FakePicture.number(2));

        assertThat(outlet.frames).hasSize(2);
        assertThat(outlet.frames.get(1)).isSameAs(outlet.frames.get(0));
    }

    @Test
    void picturesThatTheDriverLeftOutAreCounted() throws Exception {
        FrameSource source = open(RAW);

        next(source, FakePicture.number(3)); // the first number says nothing
        next(source, FakePicture.number(4));
        next(source, FakePicture.number(7));

        assertThat(outlet.events).containsExactly("frame", "frame", "dropped", "dropped", "frame");
    }

    @Test
    void picturesAreCountedWhenTheDriversNumbersOverflow() throws Exception {
        FrameSource source = open(RAW);

        next(source, FakePicture.number(0xFFFF_FFFFL));
        next(source, FakePicture.number(0));
        next(source, FakePicture.number(2));

        assertThat(outlet.events).containsExactly("frame", "frame", "dropped", "frame");
    }

    @Test
    void numbersThatStandStillOrBeginAnewAreNoGap() throws Exception {
        FrameSource source = open(RAW);

        next(source, FakePicture.number(9));
        next(source, FakePicture.number(9));
        next(source, FakePicture.number(0));

        assertThat(outlet.events).containsExactly("frame", "frame", "frame");
    }

    @Test
    void aDamagedAShortAndAnEmptyPictureAreDroppedAndTheirBuffersGivenBack() throws Exception {
        FrameSource source = open(RAW);
        int whole = 32 * 16 * 2;

        next(source, FakePicture.number(0).flags(FakePicture.MONOTONIC | FakePicture.DAMAGED));
        next(source, FakePicture.number(1).used(whole - 1));
        next(source, FakePicture.number(2).used(0));
        next(source, FakePicture.number(3).used(whole));

        assertThat(outlet.events).containsExactly("dropped", "dropped", "dropped", "frame");
        assertThat(device.stream().queued()).isEqualTo(7);
    }

    @Test
    void theLastTwoBuffersAreNeverLent() throws Exception {
        FrameSource source = open(RAW);

        for (int i = 0; i < 8; i++) {
            next(source, FakePicture.number(i));
        }

        assertThat(outlet.events)
                .containsExactly("frame", "frame", "frame", "frame", "frame", "frame", "dropped", "dropped");
        assertThat(device.stream().queued()).isEqualTo(2);
        outlet.releases.remove(0).run();
        next(source, FakePicture.number(8));
        assertThat(outlet.events).endsWith("frame");
    }

    @Test
    void aBufferThatIsStillLentOutlivesTheSource() throws Exception {
        FrameSource source = open(RAW);
        next(source, FakePicture.number(42));

        source.close();

        assertThat(outlet.frames.get(0).planes().get(0).buffer().get(0)).isEqualTo((byte) 42);
        assertThat(device.stream().mapped()).isEqualTo(8);
    }

    @Test
    void aCameraThatSendsNothingIsLostAfterItsDeadline() throws Exception {
        FrameSource source = open(RAW, plan(1));

        assertThatThrownBy(() -> source.next(outlet))
                .hasMessage("v4l2:" + file + ": no picture within 1 ms")
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
    }

    @Test
    void whoIsInterruptedDoesNotWaitForAPicture() throws Exception {
        FrameSource source = open(RAW);
        interruption.cancel();

        assertThatThrownBy(() -> source.next(outlet)).hasMessageEndingWith("closed");
    }

    @Test
    void aCameraWhoseFileIsGoneIsUnplugged() throws Exception {
        FrameSource source = open(RAW);
        Files.delete(file);
        device.stream().fail(EIO);

        assertThat(source.next(outlet)).isFalse();
        assertThat(source.whenOver()).isEqualTo(EndCause.UNPLUGGED);
    }

    @Test
    void aCameraThatIsGoneWhileItsFileStaysIsLost() throws Exception {
        FrameSource source = open(RAW);
        device.stream().fail(ENODEV);

        assertThatThrownBy(() -> source.next(outlet))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageContaining("the device is gone");
    }

    @Test
    void aDriverThatEndsTheStreamFails() throws Exception {
        FrameSource source = open(RAW);
        device.stream().fail(EIO);

        assertThatThrownBy(() -> source.next(outlet))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED));
    }

    @Test
    void aDriverThatSetsAnotherSizeAndRateHasThatMode() throws Exception {
        device.formats().setsInstead(48, 24).setsInstead(Interval.of(1, 10));

        assertThat(open(RAW).mode()).isEqualTo(new VideoMode(48, 24, 10, PixelFormat.YUYV));
    }

    @Test
    void aDriverThatSetsNoSizeAtAllLeavesNothingOpen() {
        device.formats().setsInstead(0, 0);

        assertThatThrownBy(() -> open(RAW)).hasMessageContaining("0x0");
        assertThat(device.openFiles()).isEqualTo(1); // that of the controls
        assertThat(device.stream().mapped()).isZero();
    }

    /** From the driver to the outlet and back, in bytes of heap: the least of several rounds, since the first ones are not compiled yet. */
    @Test
    void aRawFrameAllocatesNearlyNothing() throws Exception {
        FrameSource source = open(RAW);
        Passing passing = new Passing();
        FakePicture picture = FakePicture.number(0);
        device.beQuiet();
        long least = Long.MAX_VALUE;

        for (int round = 0; round < ROUNDS; round++) {
            long before = allocated();
            pass(source, passing, picture);
            least = Math.min(least, allocated() - before);
        }

        assertThat(least / FRAMES).isLessThanOrEqualTo(24);
        assertThat(passing.frames).isEqualTo(ROUNDS * FRAMES);
    }

    private void pass(FrameSource source, Passing passing, FakePicture picture) throws CameraException {
        for (int i = 0; i < FRAMES; i++) {
            device.stream().fill(picture);
            source.next(passing);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static final class Passing implements FrameOutlet {
        private int frames;

        @Override
        public void frame(FrameData data, long timestamp, Runnable release) {
            frames++;
            release.run();
        }

        @Override
        public void dropped() {}

        @Override
        public void modeChanged(VideoMode mode) {}
    }

    /** Keeps what it gets. */
    private static final class Outlet implements FrameOutlet {
        private final List<String> events = new ArrayList<>();
        private final List<FrameData> frames = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final List<Runnable> releases = new ArrayList<>();

        @Override
        public void frame(FrameData data, long timestamp, Runnable release) {
            events.add("frame");
            frames.add(data);
            times.add(timestamp);
            releases.add(release);
        }

        @Override
        public void dropped() {
            events.add("dropped");
        }

        @Override
        public void modeChanged(VideoMode mode) {
            events.add(mode.toString());
        }
    }
}
