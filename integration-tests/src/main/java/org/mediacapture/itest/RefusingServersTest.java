// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/** Network cameras that answer, but with something else than pictures. */
class RefusingServersTest extends NetworkFaults {
    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f14ACameraThatWantsAnotherLoginIsNotReadable(String provider) throws Exception {
        refuse(
                provider,
                Behaviour.status("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"camera\""),
                "NotReadableError: ",
                "URL: Server returned 401 Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f15ACameraThatIsNotAtThisPathIsNotReadable(String provider) throws Exception {
        refuse(provider, Behaviour.status("404 Not Found"), "NotReadableError: ", "URL: Server returned 404 Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16ACameraThatIsBusyIsNotReadable(String provider) throws Exception {
        refuse(provider, Behaviour.status("503 Service Unavailable"), "NotReadableError: ", "URL: Server returned 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f16ATrackWaitsForACameraThatIsBusyForAWhile(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();

        server.behave(Behaviour.status("503 Service Unavailable"));
        cause(TrackEvent.Type.MUTE);
        int connections = server.connections();
        Await.until("it is asked again and again", () -> server.connections() >= connections + 3);
        assertThat(events()).containsExactly("mute");

        server.behave(Behaviour.stream(Pictures.jpeg(2)));
        assertGoesOn(track, 2);
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
        refuse(
                provider,
                Behaviour.streamAs("text/html", Pictures.jpeg(1)),
                "AbortError: ",
                "URL: the server sent text/html");
    }

    private void refuse(String provider, Behaviour fault, String... told) throws Exception {
        server.behave(fault);
        configure(provider, Map.of());

        assertThat(refusal()).contains(told);

        server.behave(Behaviour.stream(Pictures.jpeg(8)));
        assertOpens(8);
    }
}
