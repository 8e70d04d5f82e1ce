// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.javacv.v4l2.FakeFormats.Interval;

class CaptureStreamTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final String PATH = "/dev/video0";
    private static final DeviceMode YUYV =
            new DeviceMode(PictureFormat.YUYV, 32, 16, new DeviceMode.Interval(1001, 30_000));

    private final FakeDevice device = new FakeDevice();

    private CaptureStream open() throws DeviceException {
        return CaptureStream.open(device, PATH, YUYV);
    }

    private CaptureBuffer take(CaptureStream stream, long number) throws DeviceException {
        assertThat(device.stream().fill(FakePicture.number(number))).isTrue();
        assertThat(stream.awaitFrame(0)).isTrue();
        return stream.take().orElseThrow();
    }

    @Test
    void theModeIsSetBeforeBuffersAreMadeAndTheStreamStartsLast() throws DeviceException {
        device.stream().atMost(2);

        open();

        assertThat(device.orders())
                .containsExactly(
                        "open",
                        "S_FMT YUYV 32x16",
                        "S_PARM 1001/30000",
                        "REQBUFS 8",
                        "map 0",
                        "QBUF 0",
                        "map 4096",
                        "QBUF 1",
                        "STREAMON");
    }

    @Test
    void aPictureIsReadWhereTheDriverPutIt() throws DeviceException {
        CaptureStream stream = open();
        long time = 123_456_789_000L;
        device.stream().fill(FakePicture.number(7).at(time).used(100));

        CaptureBuffer buffer = stream.take().orElseThrow();

        assertThat(buffer.index()).isZero();
        assertThat(buffer.sequence()).isEqualTo(7);
        assertThat(buffer.timestamp()).isEqualTo(time);
        assertThat(buffer.used()).isEqualTo(100);
        assertThat(buffer.isBroken()).isFalse();
        assertThat(buffer.bytes().get(0)).isEqualTo((byte) 7);
        assertThat(buffer.bytes().capacity()).isEqualTo(32 * 16 * 2);
    }

    @Test
    void aPictureOfAnotherClockHasTheTimeAtWhichItIsTaken() throws DeviceException {
        CaptureStream stream = open();
        device.stream().fill(FakePicture.number(0).flags(0).at(5));
        long before = System.nanoTime();

        assertThat(stream.take().orElseThrow().timestamp()).isBetween(before, System.nanoTime());
    }

    @Test
    void aPictureThatIsDamagedOrEmptyIsBroken() throws DeviceException {
        CaptureStream stream = open();
        device.stream().fill(FakePicture.number(0).flags(FakePicture.MONOTONIC | FakePicture.DAMAGED));
        device.stream().fill(FakePicture.number(1).used(0));

        assertThat(stream.take().orElseThrow().isBroken()).isTrue();
        assertThat(stream.take().orElseThrow().isBroken()).isTrue();
    }

    @Test
    void thereIsNoPictureBeforeOneComes() throws DeviceException {
        CaptureStream stream = open();

        assertThat(stream.awaitFrame(1)).isFalse();
        assertThat(stream.take()).isEmpty();
    }

    @Test
    void aBufferThatIsGivenBackIsFilledAgain() throws DeviceException {
        device.stream().atMost(1);
        CaptureStream stream = open();
        CaptureBuffer buffer = take(stream, 1);
        assertThat(device.stream().fill(FakePicture.number(2))).isFalse();

        buffer.giveBack();

        assertThat(take(stream, 3)).isSameAs(buffer);
        assertThat(buffer.sequence()).isEqualTo(3);
    }

    @Test
    void theLastTwoBuffersAreTheDrivers() throws DeviceException {
        CaptureStream stream = open();
        List<CaptureBuffer> lent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lent.add(take(stream, i));
            assertThat(stream.isShort()).as("with %s out", i + 1).isFalse();
        }
        take(stream, 6);
        assertThat(stream.isShort()).isTrue();

        lent.get(2).giveBack();
        assertThat(stream.isShort()).isFalse();
    }

    @Test
    void aDriverWithTwoBuffersLendsOne() throws DeviceException {
        device.stream().atMost(2);
        CaptureStream stream = open();

        take(stream, 0);
        assertThat(stream.isShort()).isFalse();
        take(stream, 1);
        assertThat(stream.isShort()).isTrue();
    }

    @Test
    void buffersAreUnmappedWithTheStreamIfNoneIsLent() throws DeviceException {
        CaptureStream stream = open();
        assertThat(device.stream().mapped()).isEqualTo(8);
        take(stream, 0).giveBack();

        stream.close();
        stream.close();

        assertThat(device.stream().mapped()).isZero();
        assertThat(device.openFiles()).isZero();
        assertThat(device.orders()).filteredOn("STREAMOFF"::equals).hasSize(1);
    }

    /** The fake fails if one is unmapped twice, and overwrites what is unmapped. */
    @Test
    void lentBuffersStayUntilTheLastIsBackAndGoOnce() throws DeviceException {
        CaptureStream stream = open();
        CaptureBuffer first = take(stream, 11);
        CaptureBuffer second = take(stream, 12);

        stream.close();
        assertThat(device.openFiles()).isZero();
        first.giveBack();
        assertThat(second.bytes().get(0)).isEqualTo((byte) 12);
        assertThat(device.stream().mapped()).isEqualTo(8);

        second.giveBack();
        assertThat(device.stream().mapped()).isZero();
    }

    @Test
    void aBufferThatComesBackAfterTheStreamDoesNotReachTheDriver() throws DeviceException {
        CaptureStream stream = open();
        CaptureBuffer buffer = take(stream, 0);
        stream.close();
        device.forget();

        buffer.giveBack();

        assertThat(device.asked()).noneMatch(what -> what.startsWith("QBUF"));
    }

    @Test
    void whoGivesABufferBackDoesNotWaitForADriverThatTakesLongToStop() throws Exception {
        CaptureStream stream = open();
        CaptureBuffer buffer = take(stream, 0);
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        device.before("STREAMOFF", () -> {
            stopping.countDown();
            Awaitility.await().atMost(ENOUGH).until(() -> stopped.getCount() == 0);
        });
        Thread closer = new Thread(stream::close);
        closer.start();
        Awaitility.await().atMost(ENOUGH).until(() -> stopping.getCount() == 0);

        Thread giver = new Thread(buffer::giveBack);
        giver.start();
        giver.join(ENOUGH.toMillis());

        assertThat(giver.isAlive()).isFalse();
        assertThat(device.stream().mapped()).isZero();
        stopped.countDown();
        closer.join();
        assertThat(device.openFiles()).isZero();
    }

    @Test
    void whoeverGivesBackLastFreesHoweverTheyRace() throws Exception {
        for (int round = 0; round < 200; round++) {
            CaptureStream stream = open();
            List<CaptureBuffer> lent = List.of(take(stream, 0), take(stream, 1), take(stream, 2));
            CyclicBarrier start = new CyclicBarrier(lent.size() + 1);
            List<Throwable> failures = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            lent.forEach(buffer -> threads.add(new Thread(() -> {
                await(start);
                buffer.giveBack();
            })));
            threads.add(new Thread(() -> {
                await(start);
                stream.close();
            }));
            threads.forEach(thread -> thread.setUncaughtExceptionHandler((failed, e) -> {
                synchronized (failures) {
                    failures.add(e);
                }
            }));
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(failures).isEmpty();
            assertThat(device.stream().mapped()).isZero();
            assertThat(device.openFiles()).isZero();
        }
        assertThat(device.stream().mappings()).isEqualTo(200 * 8);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCameraInWhichAnotherProgramStreamsIsBusy() throws DeviceException {
        open();

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
        assertThat(device.openFiles()).isEqualTo(1);
    }

    @Test
    void whateverFailsWhileItStartsNothingIsLeftOpen() {
        for (String order : List.of("S_FMT", "S_PARM", "REQBUFS", "QUERYBUF 3", "map 8192", "QBUF 5", "STREAMON")) {
            device.refuse(order, DeviceException.ENOSPC);

            assertThatThrownBy(this::open).as(order).hasMessageContaining("USB bandwidth");
            assertThat(device.openFiles()).as(order).isZero();
            assertThat(device.stream().mapped()).as(order).isZero();
            device.allow(order);
        }
    }

    @Test
    void aDriverThatSetsAnotherFormatIsRefused() {
        device.formats().setsInstead("UYVY");

        assertThatThrownBy(this::open).hasMessageContaining("YUYV").hasMessageContaining("UYVY");
        assertThat(device.openFiles()).isZero();
    }

    @Test
    void aDriverThatSetsAnotherSizeAndRateTellsThem() throws DeviceException {
        device.formats().setsInstead(48, 24).setsInstead(Interval.of(1, 15));

        CaptureStream stream = open();

        assertThat(stream.layout().width()).isEqualTo(48);
        assertThat(stream.layout().height()).isEqualTo(24);
        assertThat(stream.rate()).isEqualTo(15);
    }

    @Test
    void aDriverThatTellsNoRateHasTheOneThatWasAskedFor() throws DeviceException {
        device.formats().setsInstead(Interval.of(0, 0));
        assertThat(open().rate()).isEqualTo(29.97);
    }

    @Test
    void aDriverThatKnowsNoRatesIsStartedAllTheSame() throws DeviceException {
        device.refuse("S_PARM", DeviceException.ENOTTY);

        assertThat(open().rate()).isEqualTo(29.97);
        assertThat(device.stream().isOn()).isTrue();
    }

    @Test
    void buffersThatAreTooSmallForThePictureAreRefused() {
        device.stream().buffersShortBy(1);

        assertThatThrownBy(this::open).hasMessageContaining("1023 bytes, and a picture 1024");
        assertThat(device.openFiles()).isZero();
    }

    @Test
    void aCameraThatIsPulledOutIsGone() throws DeviceException {
        CaptureStream stream = open();
        device.unplug();

        assertThat(stream.awaitFrame(0)).isTrue();
        assertThatThrownBy(stream::take)
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.isGone()).isTrue());
    }

    @Test
    void aStreamThatTheDriverEndsFails() throws DeviceException {
        CaptureStream stream = open();
        device.stream().fail(DeviceException.EIO);

        assertThatThrownBy(stream::take)
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED));
    }

    @Test
    void aBufferThatCannotBeGivenBackIsNoFailureOfItsReader() throws DeviceException {
        CaptureStream stream = open();
        CaptureBuffer buffer = take(stream, 0);
        device.unplug();

        buffer.giveBack();
        stream.close();

        assertThat(device.stream().mapped()).isZero();
    }
}
