// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ColorSpace.Matrix;
import org.mediacapture.frame.ColorSpace.Range;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

class PictureLayoutTest {
    private final FakeDevice device = new FakeDevice();

    private PictureLayout layout(PictureFormat format, int width, int height) throws DeviceException {
        DeviceMode mode = new DeviceMode(format, width, height, new DeviceMode.Interval(1, 30));
        try (CaptureStream stream = CaptureStream.open(device, "/dev/video0", mode)) {
            return stream.layout();
        }
    }

    /** Bytes that tell their place. */
    private static ByteBuffer bytes(int count) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(count);
        IntStream.range(0, count).forEach(i -> bytes.put(i, (byte) i));
        return bytes;
    }

    /** Each plane as offset, length, row stride, pixel stride. */
    private static List<String> planes(PictureLayout layout) {
        ByteBuffer bytes = bytes(layout.pictureBytes());
        return layout.describe(bytes, 0).planes().stream()
                .map(PictureLayoutTest::words)
                .toList();
    }

    private static String words(Plane plane) {
        return (plane.buffer().get(0) & 0xFF) + " " + plane.buffer().remaining() + " " + plane.rowStride() + " "
                + plane.pixelStride();
    }

    @ParameterizedTest
    @CsvSource({
        "YUYV,    0, 192, 0 192 32 2",
        "YUYV,    4, 216, 0 216 36 2",
        "BGR3,    0, 288, 0 288 48 3",
        "GREY,    2, 108, 0 108 18 1",
        "NV12,    0, 144, 0 96 16 1 / 96 48 16 2",
        "NV12,    4, 180, 0 120 20 1 / 120 60 20 2",
        "YU12,    0, 144, 0 96 16 1 / 96 24 8 1 / 120 24 8 1",
        "YU12,    4, 180, 0 120 20 1 / 120 30 10 1 / 150 30 10 1",
        "YUV422P, 0, 192, 0 96 16 1 / 96 48 8 1 / 144 48 8 1",
    })
    void planesAndRowsLieWhereTheDriverPutsThem(PictureFormat format, int padding, int bytes, String planes)
            throws DeviceException {
        device.formats().padding(padding);

        PictureLayout layout = layout(format, 16, 6);

        assertThat(layout.pictureBytes()).isEqualTo(bytes);
        assertThat(String.join(" / ", planes(layout))).isEqualTo(planes);
    }

    @Test
    void halfOfAnOddNumberIsRoundedUp() throws DeviceException {
        PictureLayout planar = layout(PictureFormat.YU12, 5, 3);

        assertThat(planar.pictureBytes()).isEqualTo(15 + 2 * 3 * 2);
        assertThat(planes(planar)).containsExactly("0 15 5 1", "15 6 3 1", "21 6 3 1");
    }

    @Test
    void aPictureIsDescribedInPlace() throws DeviceException {
        PictureLayout layout = layout(PictureFormat.YUYV, 16, 6);
        ByteBuffer bytes = bytes(layout.pictureBytes());

        FrameData data = layout.describe(bytes, 0);
        bytes.put(3, (byte) 99);

        assertThat(data.format()).isEqualTo(PixelFormat.YUYV);
        assertThat(data.visible().width()).isEqualTo(16);
        assertThat(data.visible().height()).isEqualTo(6);
        assertThat(data.planes().get(0).buffer().get(3)).isEqualTo((byte) 99);
    }

    @Test
    void aCompressedPictureIsAsLongAsTheDriverSays() throws DeviceException {
        PictureLayout layout = layout(PictureFormat.MJPG, 16, 6);

        assertThat(layout.pictureBytes()).isZero();
        FrameData data = layout.describe(bytes(100), 42);
        assertThat(data.format()).isEqualTo(PixelFormat.MJPEG);
        assertThat(data.colorSpace()).isEqualTo(ColorSpace.JPEG);
        assertThat(data.planes())
                .singleElement()
                .satisfies(plane -> assertThat(plane.buffer().remaining()).isEqualTo(42));
    }

    /** Colour space, encoding and quantization in V4L2's numbers; 0 leaves it to the former. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, BT601, LIMITED",
        "8, 0, 0, BT601, LIMITED", // sRGB, as webcams tell
        "8, 0, 1, BT601, FULL",
        "7, 0, 0, BT601, FULL", // JPEG
        "7, 0, 2, BT601, LIMITED",
        "3, 0, 0, BT709, LIMITED",
        "3, 1, 0, BT601, LIMITED",
        "8, 2, 0, BT709, LIMITED",
        "10, 0, 0, BT2020, LIMITED",
        "8, 6, 1, BT2020, FULL",
    })
    void coloursMeanWhatTheDriverTells(int space, int encoding, int quantization, Matrix matrix, Range range)
            throws DeviceException {
        device.formats().colors(space, encoding, quantization);

        assertThat(layout(PictureFormat.YUYV, 16, 6).colorSpace()).isEqualTo(new ColorSpace(matrix, range));
    }

    @Test
    void redGreenAndBlueAreThemselvesAndGreyIsWhole() throws DeviceException {
        assertThat(layout(PictureFormat.BGR3, 16, 6).colorSpace()).isEqualTo(ColorSpace.SRGB);
        assertThat(layout(PictureFormat.GREY, 16, 6).colorSpace().range()).isEqualTo(Range.FULL);
    }
}
