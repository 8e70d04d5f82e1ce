// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaTrackConstraints;

/** What getUserMedia is asked for, there and back. */
class MediaStreamConstraintsTest {
    private static final MediaStreamConstraints NOTHING = MediaStreamConstraints.fromMap(Map.of());

    @Test
    @Rule({"IDL-7", "IDL-2"})
    void videoAndAudioAreFalseUnlessTheyAreGiven() {
        Map<String, Object> nulls = new HashMap<>();
        nulls.put("video", null);
        nulls.put("audio", null);

        assertThat(NOTHING.video()).isEmpty();
        assertThat(NOTHING.audio()).isEmpty();
        assertThat(MediaStreamConstraints.fromMap(Map.of("video", false, "audio", false)))
                .isEqualTo(NOTHING);
        assertThat(MediaStreamConstraints.fromMap(Map.of("doesnotexist", true))).isEqualTo(NOTHING);
        assertThat(MediaStreamConstraints.fromMap(nulls)).isEqualTo(NOTHING);
    }

    @Test
    void trueAndTheEmptyMapAskForAny() {
        assertThat(MediaStreamConstraints.fromMap(Map.of("video", true))).isEqualTo(MediaStreamConstraints.ofVideo());
        assertThat(MediaStreamConstraints.fromMap(Map.of("video", Map.of())))
                .isEqualTo(MediaStreamConstraints.ofVideo());
        assertThat(MediaStreamConstraints.fromMap(Map.of("audio", true)).audio())
                .contains(MediaTrackConstraints.none());
    }

    @Test
    void constraintsComeBackAsTheyWere() {
        for (Map<String, Object> members : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("video", true),
                Map.<String, Object>of("audio", true),
                Map.<String, Object>of(
                        "video",
                        Map.of("width", 640L, "advanced", List.of(Map.of("zoom", true))),
                        "audio",
                        Map.of("echoCancellation", Map.of("exact", "all"))))) {
            assertThat(MediaStreamConstraints.fromMap(members).toMap()).isEqualTo(members);
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Map.of("video", "yes"), "video: \"yes\" is not true, false or a map of constraints"),
                Arguments.of(Map.of("audio", 1), "audio: 1 is not true, false or a map of constraints"),
                Arguments.of(Map.of("video", Map.of(3, 4)), "video: the key 3 is not a string"),
                Arguments.of(Map.of("video", Map.of("width", "wide")), "video.width: \"wide\" is not a number"),
                Arguments.of(
                        Map.of("video", Map.of("advanced", 1)), "video.advanced: 1 is not a list of constraint sets"),
                Arguments.of(
                        Map.of("audio", Map.of("advanced", List.of(1))),
                        "audio.advanced[0]: 1 is not a map of constraints"),
                Arguments.of(
                        Map.of(
                                "video",
                                Map.of("advanced", List.of(Map.of(), Map.of("width", Map.of("exact", "wide"))))),
                        "video.advanced[1].width.exact: \"wide\" is not a number"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongMemberIsNamedWithItsPath(Map<String, ?> members, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaStreamConstraints.fromMap(members))
                .withMessage(message);
    }
}
