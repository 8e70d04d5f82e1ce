// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.MediaStreamTrack;

/** Network cameras whose pictures are broken, or sent in an unusual way. */
class BadPicturesTest extends NetworkFaults {
    private static final byte[] TEXT = "no picture today".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f9ATruncatedJpegIsNeverAPhoto(String provider) throws Exception {
        passOver(provider, Behaviour.stream(Pictures.cutShort(Pictures.jpeg(3)), Pictures.jpeg(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f10AJpegWithoutHuffmanTablesIsAPhotoThatAnyDecoderReads(String provider) throws Exception {
        passOver(provider, Behaviour.stream(Pictures.withoutTables(Pictures.jpeg(4))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f11BytesThatBelongToNoPictureArePassedOver(String provider) throws Exception {
        byte[] noise = new byte[5_000];
        new Random(11).nextBytes(noise);
        passOver(provider, Behaviour.stream(connection -> {
            connection.send(noise);
            connection.send("\r\n");
            connection.send(Behaviour.part(Pictures.jpeg(4)));
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f11APictureOfCorruptBytesDisturbsNoneAfterIt(String provider) throws Exception {
        byte[] corrupt = Pictures.corrupt(Pictures.jpeg(3));
        server.behave(Behaviour.stream(corrupt, corrupt, Pictures.jpeg(4)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();

        server.behave(Behaviour.stream(Pictures.jpeg(5)));

        awaitPhoto(track, 5);
        assertThat(events()).isEmpty();
        track.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f12ATextInsteadOfAJpegIsPassedOver(String provider) throws Exception {
        passOver(provider, Behaviour.stream(TEXT, Pictures.jpeg(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f12ATextInsteadOfAStillImageIsNoCamera(String provider) throws Exception {
        server.behave(Behaviour.image(TEXT));
        configure(provider, Map.of());

        assertThat(refusal()).startsWith("AbortError: ").contains("URL: the ");

        server.behave(Behaviour.image(Pictures.jpeg(4)));
        assertOpens(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f18ABoundaryThatIsAnnouncedWithDashesIsUnderstood(String provider) throws Exception {
        passOver(provider, Behaviour.boundaryWithDashes(Pictures.jpeg(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f18ADelimiterWithoutDashesIsUnderstood(String provider) throws Exception {
        passOver(provider, Behaviour.delimiterWithoutDashes(Pictures.jpeg(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f18AChunkedStreamIsUnderstood(String provider) throws Exception {
        passOver(provider, Behaviour.chunked(Pictures.jpeg(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f18PartsWithoutLengthsAreUnderstood(String provider) throws Exception {
        passOver(provider, Behaviour.withoutLengths(Pictures.jpeg(4)));
    }

    /** What is odd is no fault, and the photo is right. */
    private void passOver(String provider, Behaviour oddity) throws Exception {
        server.behave(oddity);
        configure(provider, Map.of());
        MediaStreamTrack track = open();

        for (int photo = 0; photo < 3; photo++) {
            assertPhoto(track, 4);
        }

        assertThat(events()).isEmpty();
        track.stop();
    }
}
