// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.Jpegs;

class JpegPartsTest {
    private static final String PART = "--frame\r\nContent-Type: image/jpeg\r\n";

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

    @Test
    void aPartWithoutALengthEndsWhereItsPictureEnds() throws IOException {
        add(PART + "\r\n", Jpegs.whole(1));
        add("\r\n" + PART + "\r\n", Jpegs.whole(2));

        assertThat(read()).containsExactly(Jpegs.whole(1), Jpegs.whole(2));
    }

    @Test
    void aPictureWithoutALengthThatIsCutShortCostsNoOther() throws IOException {
        add(PART + "\r\n", Jpegs.cutShort(Jpegs.whole(1)));
        add("\r\n" + PART + "\r\n", Jpegs.whole(2));

        assertThat(read()).containsExactly(Jpegs.whole(2));
    }

    @Test
    void aPreviewWithinAPictureIsNotItsEnd() throws IOException {
        byte[] preview = Jpegs.whole(3);
        byte[] picture = Jpegs.whole(1);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(picture, 0, 2);
        both.write(
                new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((preview.length + 2) >> 8), (byte) (preview.length + 2)});
        both.write(preview);
        both.write(picture, 2, picture.length - 2);
        add(PART + "\r\n", both.toByteArray());

        assertThat(read()).containsExactly(both.toByteArray());
    }

    @Test
    void theLengthOfATextBeforeAPictureIsNotThatOfThePicture() throws IOException {
        add("--frame\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nbusy\r\n" + PART + "\r\n", Jpegs.whole(1));
        add(
                "\r\n--frame\r\nContent-Length: 4\r\n\r\nbusy\r\n" + PART + "Content-Length: " + Jpegs.whole(2).length
                        + "\r\n\r\n",
                Jpegs.whole(2));

        assertThat(read()).containsExactly(Jpegs.whole(1), Jpegs.whole(2));
    }

    @Test
    void aStreamThatEndsWithinAPictureIsOver() {
        add(PART + "Content-Length: 5000\r\n\r\n", new byte[] {(byte) 0xFF, (byte) 0xD8, 0});

        JpegParts parts = new JpegParts(new ByteArrayInputStream(stream.toByteArray()));
        assertThatThrownBy(parts::next).isInstanceOf(EOFException.class);
    }

    private void add(String head, byte[] picture) {
        stream.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        stream.writeBytes(picture);
    }

    private List<byte[]> read() throws IOException {
        JpegParts parts = new JpegParts(new ByteArrayInputStream(stream.toByteArray()));
        List<byte[]> pictures = new ArrayList<>();
        try {
            while (true) {
                pictures.add(parts.next());
            }
        } catch (EOFException over) {
            return pictures;
        }
    }
}
