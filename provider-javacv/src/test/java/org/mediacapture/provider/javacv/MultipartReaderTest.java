// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.provider.CameraException;

class MultipartReaderTest {
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 65536})
    void partsWithALengthComeAsTheyWereSent(int chunk) throws CameraException {
        List<byte[]> sent = Jpegs.several(5);
        sent.forEach(jpeg -> part("\r\n--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length, jpeg));

        assertThat(read(chunk)).containsExactlyElementsOf(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 65536})
    void partsWithoutALengthComeAsTheyWereSent(int chunk) throws CameraException {
        List<byte[]> sent = Jpegs.several(5);
        sent.forEach(jpeg -> part("\r\n--frame\r\nContent-Type: image/jpeg", jpeg));
        text("\r\n--frame--\r\n");

        assertThat(read(chunk)).containsExactlyElementsOf(sent);
    }

    @Test
    void lineEndsWithoutCarriageReturnAreAccepted() throws CameraException {
        byte[] jpeg = Jpegs.whole(1);
        text("--b\nContent-Type: image/jpeg\n\n");
        bytes(jpeg);
        text("\n--b\nContent-Type: image/jpeg\n\n");
        bytes(jpeg);
        text("\n--b--\n");

        assertThat(read(500)).containsExactly(jpeg, jpeg);
    }

    @Test
    void aDelimiterWithMoreDashesThanBeforeDoesNotBecomeAPartOfThePicture() throws CameraException {
        byte[] jpeg = Jpegs.whole(1);
        part("--b\r\nContent-Type: image/jpeg", jpeg);
        part("\r\n----b\r\nContent-Type: image/jpeg", jpeg);
        text("\r\n--b--\r\n");

        assertThat(read(500)).containsExactly(jpeg, jpeg);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void aDelimiterWithoutDashesIsLearnedFromTheHeadersBehindIt(int chunk) throws CameraException {
        byte[] jpeg = Jpegs.whole(1);
        part("\r\nframe\r\nContent-Type: image/jpeg", jpeg);
        part("\r\nframe\r\ncontent-length: " + jpeg.length, jpeg);
        text("\r\nframe--\r\n");

        assertThat(read(chunk)).containsExactly(jpeg, jpeg);
    }

    @Test
    void aPictureCutShortComesAsItIsAndTheNextIsWhole() throws CameraException {
        byte[] whole = Jpegs.whole(1);
        byte[] cut = Jpegs.cutShort(Jpegs.whole(2));
        part("\r\n--frame\r\nContent-Length: " + cut.length, cut);
        part("\r\n--frame\r\nContent-Length: " + whole.length, whole);

        assertThat(read(1000)).containsExactly(cut, whole);
    }

    @Test
    void aLengthThatPromisesMoreThanIsSentCostsNoOtherPicture() throws CameraException {
        byte[] whole = Jpegs.whole(1);
        byte[] cut = Jpegs.cutShort(Jpegs.whole(2));
        part("\r\n--frame\r\nContent-Length: " + Jpegs.whole(2).length, cut);
        part("\r\n--frame\r\nContent-Length: " + whole.length, whole);
        part("\r\n--frame\r\nContent-Length: " + whole.length, whole);

        assertThat(read(1000)).containsExactly(cut, whole, whole);
    }

    @Test
    void aLengthThatIsNoNumberIsIgnored() throws CameraException {
        byte[] whole = Jpegs.whole(1);
        part("\r\n--frame\r\nContent-Length: many", whole);
        part("\r\n--frame\r\nContent-Length: 99999999999999", whole);
        text("\r\n--frame--");

        assertThat(read(1000)).containsExactly(whole, whole);
    }

    @Test
    void aLengthWithMoreBehindItIsIgnored() throws CameraException {
        byte[] whole = Jpegs.whole(1);
        part("\r\n--frame\r\nContent-Length: 10 bytes", whole);
        part("\r\n--frame\r\nContent-Length:", whole);
        text("\r\n--frame--");

        assertThat(read(1000)).containsExactly(whole, whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTENT-LENGTH: %d",
                "Content-Length:%d",
                "  content-length:\t%d \t",
                "X-Content-Length: 3\r\nContent-Length: %d"
            })
    void aLengthIsReadInWhateverWayItIsWritten(String line) throws CameraException {
        byte[] first = Jpegs.whole(1);
        byte[] tricky = Arrays.copyOf(first, first.length + 20); // the length alone says where it ends
        System.arraycopy("\r\n--frame\r\n".getBytes(StandardCharsets.US_ASCII), 0, tricky, first.length, 11);
        tricky[tricky.length - 2] = (byte) 0xFF;
        tricky[tricky.length - 1] = (byte) 0xD9;
        part("--frame\r\n" + line.formatted(tricky.length), tricky);

        assertThat(read(1000)).containsExactly(tricky);
    }

    @Test
    void whatIsNoJpegIsPassedOver() throws CameraException {
        byte[] whole = Jpegs.whole(1);
        part("--frame\r\nContent-Type: text/plain", "hello".getBytes(StandardCharsets.US_ASCII));
        part("\r\n--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 0", new byte[0]);
        part("\r\n--frame\r\nContent-Type: image/png\r\nContent-Length: 3", new byte[] {1, 2, 3});
        part("\r\n--frame\r\nContent-Type: text/x-jpeg\r\nContent-Length: " + whole.length, whole);
        part("\r\n--frame\r\nCONTENT-TYPE:Image/JPEG\r\nContent-Length: " + whole.length, whole);

        assertThat(read(1000)).containsExactly(whole);
    }

    @Test
    void dashesWithinAPictureAreNoDelimiter() throws CameraException {
        byte[] tricky = Jpegs.whole(3);
        System.arraycopy("\r\n--frIme\r\n--\r\n".getBytes(StandardCharsets.US_ASCII), 0, tricky, 700, 15);
        part("\r\n--frame\r\nContent-Type: image/jpeg", tricky);
        part("\r\n--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + tricky.length, tricky);

        assertThat(read(100)).containsExactly(tricky, tricky);
    }

    @Test
    void theLastPictureOfABrokenConnectionComesAsFarAsItCame() throws CameraException {
        byte[] whole = Jpegs.whole(1);
        text("--frame\r\nContent-Length: " + whole.length + "\r\n\r\n");
        bytes(Arrays.copyOf(whole, 1000));

        assertThat(read(1000)).containsExactly(Arrays.copyOf(whole, 1000));
    }

    @Test
    void anEmptyStreamIsOver() throws CameraException {
        assertThat(read(1000)).isEmpty();
    }

    @Test
    void anEndlessStreamWithoutADelimiterIsAnErrorThatNamesTheAddress() {
        MultipartReader reader = new MultipartReader("http://host/noise", into -> {
            Arrays.fill(into, (byte) 'x');
            return into.length;
        });

        assertThatThrownBy(() -> reader.next(new JpegBuffer()))
                .isInstanceOf(CameraException.class)
                .hasMessageStartingWith("http://host/noise: no boundary");
    }

    private List<byte[]> read(int chunk) throws CameraException {
        byte[] all = stream.toByteArray();
        int[] position = {0};
        MultipartReader reader = new MultipartReader("http://host/", into -> {
            int count = Math.min(Math.min(chunk, into.length), all.length - position[0]);
            System.arraycopy(all, position[0], into, 0, count);
            position[0] += count;
            return count == 0 ? -1 : count;
        });
        List<byte[]> pictures = new ArrayList<>();
        JpegBuffer picture = new JpegBuffer();
        while (reader.next(picture)) {
            byte[] copy = new byte[picture.size()];
            picture.view().get(copy);
            pictures.add(copy);
        }
        return pictures;
    }

    private void part(String head, byte[] body) {
        text(head + "\r\n\r\n");
        bytes(body);
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void bytes(byte[] bytes) {
        stream.writeBytes(bytes);
    }
}
