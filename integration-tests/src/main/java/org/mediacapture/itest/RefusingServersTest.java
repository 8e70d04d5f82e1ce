// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;

/** Network cameras that answer, but with something else than pictures. */
class RefusingServersTest extends NetworkFaults {
    private static final Behaviour WANTS_ANOTHER_LOGIN =
            Behaviour.status("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"camera\"");
    private static final Behaviour NOT_FOUND = Behaviour.status("404 Not Found");
    private static final Behaviour BUSY = Behaviour.status("503 Service Unavailable");

    /** So many connections are several attempts to reach the camera. */
    private static final int SEVERAL_ATTEMPTS = 3;

    /** The same where each attempt follows some redirects. */
    private static final int SEVERAL_ATTEMPTS_AT_PAGES = 30;

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f14ACameraThatWantsAnotherLoginIsNotReadable(String provider) throws Exception {
        refuse(provider, WANTS_ANOTHER_LOGIN, "NotReadableError: ", "URL: Server returned 401 Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f15ACameraThatIsNotAtThisPathIsNotReadable(String provider) throws Exception {
        refuse(provider, NOT_FOUND, "NotReadableError: ", "URL: Server returned 404 Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16ACameraThatIsBusyIsNotReadable(String provider) throws Exception {
        refuse(provider, BUSY, "NotReadableError: ", "URL: Server returned 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f17ACameraThatSendsFromPageToPageIsNotReadable(String provider) throws Exception {
        refuse(provider, Behaviour.redirect(), "NotReadableError: ", "URL: ", "redirect");
        assertThat(server.connections()).as("pages and pictures").isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f13AWebPageInsteadOfAStreamIsNoCamera(String provider) throws Exception {
        refuse(provider, webPage(), "AbortError: ", "URL: the server sent text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f13ATrackWaitsForACameraThatSendsAWebPageForAWhile(String provider) throws Exception {
        waitFor(provider, webPage(), SEVERAL_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f13ATrackEndsOnceIfItsCameraSendsAWebPageForLongerThanGrace(String provider) throws Exception {
        giveUp(provider, webPage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f14ATrackWaitsForACameraThatWantsAnotherLoginForAWhile(String provider) throws Exception {
        waitFor(provider, WANTS_ANOTHER_LOGIN, SEVERAL_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f14ATrackEndsOnceIfItsCameraWantsAnotherLoginForLongerThanGrace(String provider) throws Exception {
        giveUp(provider, WANTS_ANOTHER_LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f15ATrackWaitsForACameraThatIsNotAtItsPathForAWhile(String provider) throws Exception {
        waitFor(provider, NOT_FOUND, SEVERAL_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f15ATrackEndsOnceIfItsCameraIsNotAtItsPathForLongerThanGrace(String provider) throws Exception {
        giveUp(provider, NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16ATrackWaitsForACameraThatIsBusyForAWhile(String provider) throws Exception {
        waitFor(provider, BUSY, SEVERAL_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16ATrackEndsOnceIfItsCameraIsBusyForLongerThanGrace(String provider) throws Exception {
        giveUp(provider, BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f17ATrackWaitsForACameraThatSendsFromPageToPageForAWhile(String provider) throws Exception {
        waitFor(provider, Behaviour.redirect(), SEVERAL_ATTEMPTS_AT_PAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f17ATrackEndsOnceIfItsCameraSendsFromPageToPageForLongerThanGrace(String provider) throws Exception {
        giveUp(provider, Behaviour.redirect());
    }

    private void refuse(String provider, Behaviour fault, String... told) throws Exception {
        server.behave(fault);
        configure(provider, Map.of());

        assertThat(refusal()).contains(told);

        server.behave(Behaviour.stream(Pictures.jpeg(8)));
        assertOpens(8);
    }

    /** The track is muted and does not end, however often the camera refuses; when it is well again the track goes on. */
    private void waitFor(String provider, Behaviour fault, int connections) throws Exception {
        MediaStreamTrack track = lose(provider, fault);
        int refused = server.connections();
        Await.until("it is asked again and again", () -> server.connections() >= refused + connections);
        assertThat(events()).containsExactly("mute");

        server.behave(Behaviour.stream(Pictures.jpeg(2)));
        assertGoesOn(track, 2);
    }

    private void giveUp(String provider, Behaviour fault) throws Exception {
        grace(SHORT);
        MediaStreamTrack track = lose(provider, fault);

        assertThat(cause(TrackEvent.Type.ENDED)).contains("no provider brought it back within 1 s");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events()).containsExactly("mute", "ended");

        server.behave(Behaviour.stream(Pictures.jpeg(2)));
        assertPhoto(open(), 2);
    }

    /** The camera streams, then the connection drops, and from then on it answers with the fault. */
    private MediaStreamTrack lose(String provider, Behaviour fault) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        assertPhoto(track, 1);

        server.behave(fault);
        server.strike(Behaviour.drop());

        assertThat(cause(TrackEvent.Type.MUTE)).contains("URL: the stream is over");
        return track;
    }

    private static Behaviour webPage() throws IOException {
        return Behaviour.streamAs("text/html", Pictures.jpeg(1));
    }
}
