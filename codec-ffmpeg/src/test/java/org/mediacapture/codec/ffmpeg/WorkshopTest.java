// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.libs.javacv.FFmpeg;

/** What a call costs, and what of it stays behind. */
class WorkshopTest {
    private static final int MEASURED = 20;

    private final Workshop workshop = new Workshop();
    private final FFmpegEncoder encoder = new FFmpegEncoder(workshop);
    private final FFmpegDecoder decoder = new FFmpegDecoder(workshop);
    private final FFmpegConverter converter = new FFmpegConverter(workshop);

    @BeforeAll
    static void load() {
        FFmpeg.load();
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aFileCostsTheHeapItsOwnSizeAndAKilobyte() {
        TestFrame frame = frame(640, 360);
        int size = encoder.encode(frame, "image/jpeg", 0.9).size();

        assertThat(allocated(() -> encoder.encode(frame, "image/jpeg", 0.9))).isLessThanOrEqualTo(size + 1024);
    }

    @Test
    void aPictureCostsTheHeapNoMoreThanItsDescriptionWhateverItsSize() {
        TestFrame frame = frame(640, 360);
        TestFrame jpeg = mjpeg(encoder.encode(frame, "image/jpeg", 0.9).bytes());

        TestFrame inPlace = mjpeg(followed(jpeg.plane(0)));

        assertThat(allocated(() -> giveBack(decoder.decode(jpeg)))).isLessThanOrEqualTo(600);
        assertThat(allocated(() -> giveBack(decoder.decode(inPlace)))).isLessThanOrEqualTo(1000);
        assertThat(allocated(() -> giveBack(converter.convert(frame, PixelFormat.BGRA, 640, 360))))
                .isLessThanOrEqualTo(1200);
    }

    private static long allocated(Callable<?> work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int call = 0; call < MEASURED; call++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            result(work);
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            least = Math.min(least, after - before);
        }
        return least;
    }

    @Test
    void contextsAndPicturesAreUsedAgain() {
        TestFrame frame = frame(256, 128); // rows that FFmpeg reads where they lie, wherever that is
        for (int call = 0; call < 10; call++) {
            TestFrame jpeg = mjpeg(encoder.encode(frame, "image/jpeg", 0.9).bytes());
            giveBack(decoder.decode(jpeg));
            giveBack(converter.convert(frame, PixelFormat.BGRA, 256, 128));
        }
        assertThat(workshop.contexts()).isEqualTo(3);
        assertThat(workshop.pictures()).isEqualTo(1);

        LentFrame first = converter.convert(frame, PixelFormat.BGRA, 256, 128);
        LentFrame second = converter.convert(frame, PixelFormat.BGRA, 256, 128);
        assertThat(first.data()).isNotSameAs(second.data());
        assertThat(workshop.pictures()).isEqualTo(2);
        giveBack(first);
        giveBack(second);
    }

    @Test
    void camerasOfTwoSizesHaveDecodersOfTheirOwn() {
        byte[] small = encoder.encode(frame(160, 120), "image/jpeg", 0.9).bytes();
        byte[] large = encoder.encode(frame(320, 240), "image/jpeg", 0.9).bytes();

        assertDecodersOfTheirOwn(mjpeg(small), mjpeg(large));
        assertDecodersOfTheirOwn(mjpeg(Jpegs.withoutTables(small)), mjpeg(Jpegs.withoutTables(large)));
    }

    private void assertDecodersOfTheirOwn(TestFrame one, TestFrame other) {
        int before = workshop.contexts();
        FrameData ofOne = giveBack(decoder.decode(one)).data();
        FrameData ofOther = giveBack(decoder.decode(other)).data();
        for (int call = 0; call < 10; call++) {
            assertThat(giveBack(decoder.decode(one)).data()).isSameAs(ofOne);
            assertThat(giveBack(decoder.decode(other)).data()).isSameAs(ofOther);
        }
        assertThat(workshop.contexts() - before).isEqualTo(2);
    }

    @Test
    void aDecoderForgetsThePicturesOfAnotherSize() {
        ByteBuffer small =
                followed(encoder.encode(frame(160, 120), "image/jpeg", 0.9).bytes());
        ByteBuffer large =
                followed(encoder.encode(frame(320, 240), "image/jpeg", 0.9).bytes());
        JpegDecoder changing = new JpegDecoder(JpegHead.of(small));
        try {
            long weight = weightAfter(changing, small);
            for (int call = 0; call < 10; call++) {
                assertThat(weightAfter(changing, large)).isEqualTo(weight + 3 * 160 * 120 * 3 / 2);
                assertThat(weightAfter(changing, small)).isEqualTo(weight);
            }
        } finally {
            changing.free();
        }
    }

    private static long weightAfter(JpegDecoder decoder, ByteBuffer jpeg) {
        AVFrame decoded = avutil.av_frame_alloc();
        try {
            decoder.decode(jpeg, decoded);
            decoder.describe(decoded, PixelFormat.I420);
        } finally {
            avutil.av_frame_free(decoded);
        }
        return decoder.weight();
    }

    @Test
    void theHeadOfAJpegTellsItsTablesAndItsSize() throws IOException {
        byte[] jpeg = encoder.encode(frame(160, 120), "image/jpeg", 0.9).bytes();

        assertThat(JpegHead.of(ByteBuffer.wrap(jpeg))).isEqualTo(new JpegHead(true, 160, 120));
        assertThat(JpegHead.of(ByteBuffer.wrap(optimized(jpeg)))).isEqualTo(new JpegHead(true, 160, 120));
        assertThat(JpegHead.of(ByteBuffer.wrap(Jpegs.withoutTables(jpeg)))).isEqualTo(new JpegHead(false, 160, 120));
        assertThat(JpegHead.of(ByteBuffer.wrap(jpeg, 0, 3))).isEqualTo(new JpegHead(true, 0, 0));
    }

    @Test
    void aPictureThatIsGivenBackTwiceGoesToOneUserOnly() {
        TestFrame frame = frame(64, 48);
        LentFrame lent = converter.convert(frame, PixelFormat.BGRA, 64, 48);
        lent.release().run();
        lent.release().run();

        LentFrame one = converter.convert(frame, PixelFormat.BGRA, 64, 48);
        lent.release().run();
        LentFrame other = converter.convert(frame, PixelFormat.BGRA, 64, 48);
        assertThat(one.data()).isNotSameAs(other.data());
        giveBack(one);
        giveBack(other);
    }

    @Test
    void nothingOfOnePictureIsLeftInTheFileOfTheNext() {
        TestFrame one = frame(160, 120);
        TestFrame other = TestPictures.frame(
                TestPictures.read(encoder.encode(one, "image/jpeg", 0.1).bytes()),
                PixelFormat.I420,
                ColorSpace.JPEG,
                true);
        byte[] expected = encoder.encode(one, "image/jpeg", 0.9).bytes();
        byte[] expectedOther = encoder.encode(other, "image/jpeg", 0.9).bytes();

        assertThat(encoder.encode(one, "image/jpeg", 0.9).bytes()).isEqualTo(expected);
        assertThat(encoder.encode(other, "image/jpeg", 0.9).bytes()).isEqualTo(expectedOther);
        try (Workshop fresh = new Workshop()) {
            assertThat(new FFmpegEncoder(fresh).encode(other, "image/jpeg", 0.9).bytes())
                    .isEqualTo(expectedOther);
        }
    }

    @Test
    void theTablesOfOnePictureAreNotThoseOfTheNextWithoutAny() throws IOException {
        byte[] standard = encoder.encode(frame(160, 120), "image/jpeg", 0.9).bytes();
        TestFrame bare = mjpeg(Jpegs.withoutTables(standard));
        ByteBuffer expected = luma(bare);

        giveBack(decoder.decode(mjpeg(optimized(standard))));

        assertThat(luma(bare)).isEqualTo(expected);
        assertThat(luma(mjpeg(standard))).isEqualTo(expected);
    }

    /** The same file with Huffman tables of its own. */
    private static byte[] optimized(byte[] jpeg) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            JPEGImageWriteParam parameters = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            parameters.setOptimizeHuffmanTables(true);
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(1);
            writer.setOutput(out);
            writer.write(null, new IIOImage(ImageIO.read(new ByteArrayInputStream(jpeg)), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A copy of the luma of a decoded picture. */
    private ByteBuffer luma(TestFrame jpeg) {
        LentFrame decoded = decoder.decode(jpeg);
        ByteBuffer luma = decoded.data().planes().get(0).buffer().duplicate();
        ByteBuffer copy = ByteBuffer.allocate(luma.remaining()).put(luma).flip();
        giveBack(decoded);
        return copy;
    }

    @Test
    void theEncoderKeepsNothingOfAFrame() {
        TestFrame frame = frame(128, 96);
        byte[] file = encoder.encode(frame, "image/jpeg", 0.9).bytes();
        frame.data().planes().forEach(plane -> {
            for (int at = 0; at < plane.buffer().limit(); at++) {
                plane.buffer().put(at, (byte) 0);
            }
        });

        assertThat(encoder.encode(frame(128, 96), "image/jpeg", 0.9).bytes()).isEqualTo(file);
    }

    @Test
    void picturesThatAreLentStayValidWhenAllIsClosed() {
        TestFrame frame = frame(160, 120);
        TestFrame jpeg = mjpeg(encoder.encode(frame, "image/jpeg", 1).bytes());
        LentFrame converted = converter.convert(frame, PixelFormat.BGRA, 160, 120);
        LentFrame decoded = decoder.decode(jpeg);

        workshop.close();

        for (LentFrame lent : List.of(converted, decoded)) {
            assertThat(TestPictures.psnr(TestPictures.image(frame.data()), TestPictures.image(lent.data())))
                    .isGreaterThan(30);
            giveBack(lent);
        }
        assertThat(encoder.encode(frame, "image/jpeg", 1).size()).isPositive();
    }

    @Test
    void severalThreadsWorkAtOnceOnPicturesOfTheirOwn() throws Exception {
        TestFrame frame = frame(160, 120);
        TestFrame jpeg = mjpeg(encoder.encode(frame, "image/jpeg", 0.9).bytes());
        ByteBuffer luma = luma(jpeg);
        LentFrame bgra = converter.convert(frame, PixelFormat.BGRA, 160, 120);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int call = 0; call < 100; call++) {
                same.add(threads.submit(() -> luma(jpeg).equals(luma)));
                same.add(threads.submit(() -> {
                    LentFrame other = converter.convert(frame, PixelFormat.BGRA, 160, 120);
                    boolean equal = first(other).equals(first(bgra));
                    giveBack(other);
                    return equal;
                }));
            }
            for (Future<Boolean> result : same) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        giveBack(bgra);
        assertThat(workshop.contexts()).isLessThanOrEqualTo(1 + 4 + 4);
    }

    @Test
    void aFrameIsReadWhereItLiesUnlessThatIsDangerous() {
        assertThat(isReadWhereItLies(PixelFormat.I420, true)).isTrue();
        assertThat(isReadWhereItLies(PixelFormat.YUYV, true)).isTrue();
        assertThat(isReadWhereItLies(PixelFormat.I420, false)).isFalse();
        assertThat(isReadWhereItLies(PixelFormat.GRAY8, true)).isFalse();
        try (BytePointer memory = new BytePointer(5 * 4096)) {
            // The vector instructions read on behind the last pixel, where the memory may end with the page.
            int toPage = (int) (4096 - memory.address() % 4096) + 4096;
            assertThat(isReadWhereItLies(memory, toPage, 100, 40)).isFalse();
            assertThat(isReadWhereItLies(memory, toPage - 300, 100, 40)).isTrue();
            assertThat(isReadWhereItLies(memory, toPage, 128, 32)).isTrue();
        }
    }

    @Test
    void aJpegIsReadWhereItLiesIfMemoryFollowsWhateverItHolds() {
        byte[] jpeg = encoder.encode(frame(160, 120), "image/jpeg", 0.9).bytes();
        ByteBuffer expected = luma(mjpeg(jpeg));
        ByteBuffer whole = ByteBuffer.allocateDirect(jpeg.length).put(jpeg).flip();
        ByteBuffer followed = followed(ByteBuffer.wrap(jpeg));

        assertThat(JpegDecoder.isReadWhereItLies(ByteBuffer.wrap(jpeg))).isFalse();
        assertThat(JpegDecoder.isReadWhereItLies(whole)).isFalse();
        assertThat(JpegDecoder.isReadWhereItLies(followed)).isTrue();
        assertThat(luma(mjpeg(followed))).isEqualTo(expected);
        assertThat(luma(mjpeg(whole))).isEqualTo(expected);
        followed.clear().put(0, new byte[jpeg.length]).limit(jpeg.length);
        assertThat(luma(mjpeg(jpeg)))
                .as("after the memory was used for something else")
                .isEqualTo(expected);
    }

    /** A picture with another one behind it in the same memory. */
    private static ByteBuffer followed(byte[] jpeg) {
        return followed(ByteBuffer.wrap(jpeg));
    }

    /** A picture with another one behind it in the same memory. */
    private static ByteBuffer followed(ByteBuffer jpeg) {
        int size = jpeg.limit();
        return ByteBuffer.allocateDirect(2 * size)
                .put(0, jpeg, 0, size)
                .put(size, jpeg, 0, size)
                .limit(size);
    }

    private boolean isReadWhereItLies(BytePointer memory, int end, int width, int height) {
        int row = width;
        ByteBuffer luma = memory.capacity(5 * 4096).asByteBuffer().slice(end - row * height / 2, row * height / 2);
        ByteBuffer colour = ByteBuffer.allocateDirect(row * height);
        List<Plane> planes = List.of(new Plane(luma, row, 1), new Plane(colour, row, 1), new Plane(colour, row, 1));
        return isReadWhereItLies(
                new TestFrame(FrameData.of(PixelFormat.I420, planes, width, height / 2, ColorSpace.JPEG)));
    }

    private boolean isReadWhereItLies(PixelFormat format, boolean direct) {
        return isReadWhereItLies(TestPictures.frame(TestPictures.colourful(128, 96), format, ColorSpace.BT601, direct));
    }

    private boolean isReadWhereItLies(TestFrame frame) {
        try (Source source = workshop.source(frame)) {
            return source instanceof FrameView;
        }
    }

    private static ByteBuffer first(LentFrame lent) {
        return lent.data().planes().get(0).buffer().duplicate();
    }

    private static LentFrame giveBack(LentFrame lent) {
        lent.release().run();
        return lent;
    }

    private static <T> T result(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static TestFrame frame(int width, int height) {
        return TestPictures.frame(TestPictures.colourful(width, height), PixelFormat.I420, ColorSpace.JPEG, true);
    }

    private static TestFrame mjpeg(byte[] jpeg) {
        return mjpeg(ByteBuffer.wrap(jpeg));
    }

    private static TestFrame mjpeg(ByteBuffer jpeg) {
        List<Plane> planes = List.of(Plane.compressed(jpeg));
        return new TestFrame(FrameData.of(PixelFormat.MJPEG, planes, 640, 480, ColorSpace.JPEG));
    }
}
