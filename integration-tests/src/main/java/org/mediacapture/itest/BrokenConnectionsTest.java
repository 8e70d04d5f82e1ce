// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;

/** Network cameras whose connection breaks. */
class BrokenConnectionsTest extends NetworkFaults {
    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f6AConnectionThatIsDroppedBetweenFramesIsMadeAnew(String provider) throws Exception {
        strike(provider, Behaviour.drop(), "URL: the stream is over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f7AConnectionThatIsDroppedWithinAFrameIsMadeAnewAndHalfAFrameIsNoPhoto(String provider) throws Exception {
        strike(provider, Behaviour.dropWithin(Pictures.jpeg(3)), "URL: the stream is over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f8AConnectionThatIsResetIsMadeAnew(String provider) throws Exception {
        strike(provider, Behaviour.reset(), "onnection reset");
    }

    private void strike(String provider, Behaviour fault, String cause) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        server.behave(Behaviour.stream(Pictures.jpeg(2)));

        server.strike(fault);

        assertThat(cause(TrackEvent.Type.MUTE)).contains(cause);
        assertGoesOn(track, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void aCameraThatIsNotBackWithinGraceEndsItsTrackOnce(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        grace(SHORT);
        configure(provider, Map.of());
        MediaStreamTrack track = open();

        server.behave(Behaviour.drop());

        assertThat(cause(TrackEvent.Type.ENDED)).contains("no provider brought it back within 1 s");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events()).containsExactly("mute", "ended");
        server.behave(Behaviour.stream(Pictures.jpeg(2)));
        assertPhoto(open(), 2);
    }
}
