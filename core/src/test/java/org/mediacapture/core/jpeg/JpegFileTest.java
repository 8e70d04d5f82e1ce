// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.Jpegs;

/** What a camera sends, made a file (ARCHITECTURE.md, section 5, pass-through). */
class JpegFileTest {
    private static final int TABLES = 0xC4;
    private static final int SCAN = 0xDA;

    @Test
    void aWholeFileStaysByteIdentical() {
        assertThat(file(Jpegs.WHOLE)).contains(Jpegs.WHOLE);
    }

    @Test
    void aProgressiveFileStaysByteIdentical() {
        assertThat(file(Jpegs.PROGRESSIVE)).contains(Jpegs.PROGRESSIVE);
    }

    @Test
    void positionAndLimitOfTheFrameAreRespectedAndNotMoved() {
        ByteBuffer frame = ByteBuffer.allocateDirect(Jpegs.WHOLE.length + 20);
        frame.position(7).put(Jpegs.WHOLE).flip().position(7);

        assertThat(JpegFile.of(frame)).contains(Jpegs.WHOLE);
        assertThat(frame.position()).isEqualTo(7);
        assertThat(frame.remaining()).isEqualTo(Jpegs.WHOLE.length);
    }

    @Test
    void missingHuffmanTablesAreInserted() {
        byte[] bare = without(TABLES, Jpegs.WHOLE);
        assertThat(bare).hasSizeLessThan(Jpegs.WHOLE.length);

        byte[] file = file(bare).orElseThrow();

        assertThat(file).hasSizeGreaterThan(bare.length);
        assertThat(Jpegs.read(file).getRGB(5, 5))
                .isEqualTo(Jpegs.read(Jpegs.WHOLE).getRGB(5, 5));
        assertThat(Jpegs.read(file).getRGB(36, 27))
                .isEqualTo(Jpegs.read(Jpegs.WHOLE).getRGB(36, 27));
    }

    @Test
    void trailingPaddingIsCut() {
        assertThat(file(Arrays.copyOf(Jpegs.WHOLE, Jpegs.WHOLE.length + 1000))).contains(Jpegs.WHOLE);
    }

    @Test
    void aFileCutAnywhereIsNone() {
        for (int length = 0; length < Jpegs.WHOLE.length; length++) {
            assertThat(file(Arrays.copyOf(Jpegs.WHOLE, length)))
                    .as("cut at %s", length)
                    .isEmpty();
        }
        for (int length = 0; length < Jpegs.PROGRESSIVE.length; length++) {
            assertThat(file(Arrays.copyOf(Jpegs.PROGRESSIVE, length)))
                    .as("progressive, cut at %s", length)
                    .isEmpty();
        }
    }

    @Test
    void aFileCutAnywhereAndPaddedIsNone() {
        for (int length = 0; length < Jpegs.WHOLE.length - 1; length += 3) {
            byte[] padded = Arrays.copyOf(Arrays.copyOf(Jpegs.WHOLE, length), Jpegs.WHOLE.length + 64);
            assertThat(file(padded)).as("cut at %s", length).isEmpty();
        }
    }

    @Test
    void garbageIsNone() {
        assertThat(file(new byte[0])).isEmpty();
        assertThat(file(new byte[10_000])).isEmpty();
        assertThat(file("HTTP/1.1 401 Unauthorized".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(file(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}))
                .as("a beginning and an end without a picture")
                .isEmpty();
    }

    @Test
    void theEndIsFoundWhereverItIsAndWhateverTheDataIs() {
        int scan = indexOf(SCAN, Jpegs.WHOLE);
        byte[] head = Arrays.copyOf(Jpegs.WHOLE, scan + 2 + length(Jpegs.WHOLE, scan));
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        for (int value : new int[] {0x00, 0x01, 0x7F, 0x80, 0xFE}) {
            for (int length = 0; length < 100; length++) {
                byte[] file = Arrays.copyOf(head, head.length + length + end.length);
                Arrays.fill(file, head.length, head.length + length, (byte) value);
                System.arraycopy(end, 0, file, head.length + length, end.length);
                byte[] padded = Arrays.copyOf(file, file.length + 50);
                Arrays.fill(padded, file.length, padded.length, (byte) 0xFF);

                assertThat(file(padded)).as("%s bytes of %s", length, value).contains(file);
                assertThat(JpegFile.of(ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN)))
                        .as("%s bytes of %s, little-endian", length, value)
                        .contains(file);
            }
        }
    }

    @Test
    void restartMarkersBelongToTheData() {
        int scan = indexOf(SCAN, Jpegs.WHOLE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int data = scan + 2 + length(Jpegs.WHOLE, scan);
        bytes.write(Jpegs.WHOLE, 0, data + 4);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD0, 1, (byte) 0xFF, 0, (byte) 0xFF, (byte) 0xD7});
        bytes.write(Jpegs.WHOLE, data + 4, Jpegs.WHOLE.length - data - 4);

        assertThat(file(bytes.toByteArray())).contains(bytes.toByteArray());
    }

    @Test
    void fillBytesBeforeAMarkerAreLegal() {
        int scan = indexOf(SCAN, Jpegs.WHOLE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Jpegs.WHOLE, 0, scan);
        bytes.write(0xFF);
        bytes.write(Jpegs.WHOLE, scan, Jpegs.WHOLE.length - scan);

        assertThat(file(bytes.toByteArray())).contains(bytes.toByteArray());
    }

    private static Optional<byte[]> file(byte[] bytes) {
        return JpegFile.of(ByteBuffer.wrap(bytes));
    }

    private static byte[] without(int marker, byte[] file) {
        byte[] left = file;
        for (int at = indexOf(marker, left); at >= 0; at = indexOf(marker, left)) {
            int end = at + 2 + length(left, at);
            byte[] shorter = Arrays.copyOf(left, left.length - (end - at));
            System.arraycopy(left, end, shorter, at, left.length - end);
            left = shorter;
        }
        return left;
    }

    /** Where a segment before the data begins, or -1. */
    private static int indexOf(int marker, byte[] file) {
        int at = 2;
        while ((file[at + 1] & 0xFF) != marker) {
            if ((file[at + 1] & 0xFF) == SCAN) {
                return -1;
            }
            at += 2 + length(file, at);
        }
        return at;
    }

    private static int length(byte[] file, int at) {
        return (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
    }
}
