// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.Blob;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** Network cameras that say nothing, or say it too slowly. */
class SilentServersTest extends NetworkFaults {
    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f1AStalledStreamIsBegunAnewAfterTheReadDeadline(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of("read.deadline", SHORT));
        MediaStreamTrack track = open();
        server.behave(Behaviour.stream(Pictures.jpeg(2)));

        server.strike(Behaviour.stall());

        assertThat(cause(TrackEvent.Type.MUTE)).contains("URL: no picture within 1000 ms");
        assertGoesOn(track, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f1APhotoThatIsAskedForDuringAStallIsTakenOfTheNewStream(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of("read.deadline", SHORT));
        MediaStreamTrack track = open();
        server.behave(Behaviour.stall());
        cause(TrackEvent.Type.MUTE);

        Promise<Blob> photo = captures.create(track).takePhoto();
        server.behave(Behaviour.stream(Pictures.jpeg(3)));

        assertThat(Pictures.number(Await.value(photo))).isEqualTo(3);
        assertGoesOn(track, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f2AStallThatEndsBeforeTheReadDeadlineIsOnlyAGap(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        int connections = server.connections();
        server.behave(Behaviour.stall());
        Promise<Blob> photo = captures.create(track).takePhoto();

        server.behave(Behaviour.stream(Pictures.jpeg(2)));

        assertThat(Pictures.number(Await.value(photo))).isIn(1, 2);
        awaitPhoto(track, 2);
        assertThat(events()).isEmpty();
        assertThat(server.connections()).isEqualTo(connections);
        track.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f3AServerThatIsSilentFromTheStartIsNotReadableAfterTheOpenDeadline(String provider) throws Exception {
        configure(provider, Map.of("open.deadline", SHORT));

        assertThat(refusal()).startsWith("NotReadableError: ").contains("URL: no answer within 1000 ms");

        server.behave(Behaviour.stream(Pictures.jpeg(4)));
        assertOpens(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f4AHeadThatComesByteByByteIsNotReadableAfterTheOpenDeadline(String provider) throws Exception {
        server.behave(Behaviour.trickledHead());
        configure(provider, Map.of("open.deadline", SHORT));

        assertThat(refusal()).startsWith("NotReadableError: ").contains("URL: no answer within 1000 ms");

        server.behave(Behaviour.stream(Pictures.jpeg(5)));
        assertOpens(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f5AFirstPictureThatTricklesIsNotReadableAfterTheOpenDeadline(String provider) throws Exception {
        server.behave(Behaviour.trickledBody(Pictures.jpeg(1)));
        configure(provider, Map.of("open.deadline", SHORT));

        assertThat(refusal()).startsWith("NotReadableError: ").contains("within 1000 ms");

        server.behave(Behaviour.stream(Pictures.jpeg(6)));
        assertOpens(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f5APictureThatTricklesIsGivenUpAfterTheReadDeadline(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of("read.deadline", SHORT));
        MediaStreamTrack track = open();
        server.behave(Behaviour.stream(Pictures.jpeg(7)));

        server.strike(Behaviour.trickledBody(Pictures.jpeg(2)));

        assertThat(cause(TrackEvent.Type.MUTE)).contains("URL: no picture within 1000 ms");
        assertGoesOn(track, 7);
    }
}
