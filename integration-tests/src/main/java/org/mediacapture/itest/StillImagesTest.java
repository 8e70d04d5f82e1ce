// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/**
 * Network cameras that answer each request with one image, and at times do not. What lasts for less than the read deadline is a gap;
 * what lasts longer mutes the track.
 */
class StillImagesTest extends NetworkFaults {
    private static final Behaviour BUSY = Behaviour.status("503 Service Unavailable");

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f1ARequestThatIsNeverAnsweredIsGivenUpAfterTheReadDeadline(String provider) throws Exception {
        lose(provider, Behaviour.silent(), "URL: no ", "within 1000 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f1AnImageThatStallsIsGivenUpAfterTheReadDeadlineAndHalfAnImageIsNoPhoto(String provider) throws Exception {
        lose(provider, Behaviour.stallWithin(Pictures.jpeg(3)), "URL: no ", "within 1000 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f6RequestsWhoseConnectionIsDroppedForAMomentAreOnlyAGap(String provider) throws Exception {
        passOver(provider, Behaviour.drop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f6ATrackWaitsForACameraThatDropsEachConnectionForLonger(String provider) throws Exception {
        lose(provider, Behaviour.drop(), "URL: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16RequestsThatAreRefusedForAMomentAreOnlyAGap(String provider) throws Exception {
        passOver(provider, BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16ATrackWaitsForACameraThatIsBusyForLonger(String provider) throws Exception {
        lose(provider, BUSY, "URL: Server returned 5");
    }

    private void lose(String provider, Behaviour fault, String... cause) throws Exception {
        MediaStreamTrack track = open(provider, Map.of("read.deadline", SHORT));

        server.behave(fault);
        assertThat(cause(TrackEvent.Type.MUTE)).contains(cause);
        assertThat(events()).containsExactly("mute");

        server.behave(Behaviour.image(Pictures.jpeg(2)));
        assertGoesOn(track, 2);
    }

    private void passOver(String provider, Behaviour fault) throws Exception {
        MediaStreamTrack track = open(provider, Map.of());

        server.behave(fault);
        int answered = server.connections();
        Await.until("images are asked for in vain", () -> server.connections() >= answered + 3);
        server.behave(Behaviour.image(Pictures.jpeg(2)));

        awaitPhoto(track, 2);
        assertThat(events()).isEmpty();
        track.stop();
    }

    private MediaStreamTrack open(String provider, Map<String, ?> deadlines) throws Exception {
        server.behave(Behaviour.image(Pictures.jpeg(1)));
        configure(provider, deadlines);
        MediaStreamTrack track = open();
        assertPhoto(track, 1);
        return track;
    }
}
