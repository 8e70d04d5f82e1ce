// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.WrappedDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;

/** What getUserMedia refuses, and with which error, where permissions play no part. */
class UserMediaErrorsTest {
    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule({"GUM-1", "GUM-19", "IDL-1", "IDL-2", "IDL-7"})
    void whoAsksForNeitherVideoNorAudioHasFailedAlready() {
        rig.camera("door");
        Map<String, Object> nulls = new HashMap<>();
        nulls.put("video", null);

        for (Map<String, ?> nothing : List.of(
                Map.<String, Object>of(),
                Map.of("video", false, "audio", false),
                Map.of("doesnotexist", true),
                nulls)) {
            assertThat(Rig.failure(document.getUserMedia(nothing)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("neither video nor audio");
        }
    }

    @Test
    @Rule("IDL-1")
    void aMapThatThrowsFailsThePromise() {
        RuntimeException broken = new IllegalStateException("broken map");
        Map<String, Object> map = new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, Object>> entrySet() {
                throw broken;
            }
        };

        assertThat(Rig.failure(document.getUserMedia(map))).isSameAs(broken);
    }

    @Test
    @Rule({"GUM-2", "GUM-19"})
    void aClosedDocumentHasFailedAlready() {
        rig.camera("door");
        document.close();

        DocumentRig.failure(document.getUserMedia(Map.of("video", true)), ErrorName.INVALID_STATE);
        DocumentRig.failure(document.enumerateDevices(), ErrorName.INVALID_STATE);
        assertThat(Rig.failure(document.getUserMedia(Map.of())))
                .as("what was asked is looked at first")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule({"GUM-5", "GUM-19", "PERM-3"})
    void aKindWithoutDevicesIsNotFoundAlthoughItIsPermitted() {
        assertThat(rig.failure(document, Map.of("video", true), ErrorName.NOT_FOUND))
                .hasMessageContaining("camera");
        rig.camera("door");
        assertThat(rig.failure(document, Map.of("video", true, "audio", true), ErrorName.NOT_FOUND))
                .hasMessageContaining("microphone");
    }

    @Test
    @Rule("GUM-6")
    void trueAsksForNothingInParticular() {
        rig.camera("door");

        MediaStreamTrack track = rig.video(document, true);

        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule({"GUM-6", "CM-18", "IDL-2"})
    void constraintsOfTheOtherKindAreDroppedEvenIfTheyAreRequired() {
        rig.camera("door");
        rig.microphone("desk");

        MediaStream stream = rig.stream(
                document,
                Map.of(
                        "video",
                        Map.of(
                                "sampleRate",
                                Map.of("exact", 7),
                                "nonsense",
                                Map.of("exact", 1),
                                "width",
                                9999,
                                "advanced",
                                List.of(Map.of("latency", 1, "height", 480))),
                        "audio",
                        Map.of("width", Map.of("exact", 7), "zoom", Map.of("exact", 7), "sampleRate", 7)));

        assertThat(stream.getTracks()).hasSize(2);
        assertThat(stream.getVideoTracks().get(0).getConstraints().toMap())
                .isEqualTo(Map.of("width", 9999L, "advanced", List.of(Map.of("height", 480L))));
        assertThat(stream.getAudioTracks().get(0).getConstraints().toMap()).isEqualTo(Map.of("sampleRate", 7L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pan",
                "tilt",
                "zoom",
                "torch",
                "backgroundBlur",
                "whiteBalanceMode",
                "exposureMode",
                "focusMode",
                "exposureCompensation",
                "exposureTime",
                "colorTemperature",
                "iso",
                "brightness",
                "contrast",
                "saturation",
                "sharpness",
                "focusDistance",
                "pointsOfInterest"
            })
    @Rule({"GUM-7", "GUM-19", "PX-22", "X-9"})
    void whatSelectsNoDeviceMayNotBeRequired(String property) {
        rig.camera("door");
        Object value = switch (property) {
            case "torch", "backgroundBlur" -> true;
            case "whiteBalanceMode", "exposureMode", "focusMode" -> "manual";
            case "pointsOfInterest" -> List.of(Map.of("x", 0.5, "y", 0.5));
            default -> 1;
        };

        assertThat(Rig.failure(document.getUserMedia(Map.of("video", Map.of(property, Map.of("exact", value))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(property);
        assertThat(rig.video(document, Map.of(property, Map.of("ideal", value)))
                        .getConstraints()
                        .toMap())
                .containsKey(property);
        assertThat(rig.video(document, Map.of("advanced", List.of(Map.of(property, Map.of("exact", value))))))
                .as("in an advanced set it may")
                .isNotNull();
    }

    @Test
    @Rule({"GUM-7", "GUM-19"})
    void whatSelectsNoMicrophoneMayNotBeRequired() {
        rig.microphone("desk");

        assertThat(Rig.failure(document.getUserMedia(Map.of("audio", Map.of("voiceIsolation", Map.of("exact", true))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("voiceIsolation");
        assertThat(rig.audio(document, Map.of("voiceIsolation", true))).isNotNull();
    }

    @Test
    @Rule("GUM-7")
    void aRangeIsRequiredToo() {
        rig.camera("door");

        for (String word : List.of("min", "max")) {
            assertThat(Rig.failure(document.getUserMedia(Map.of("video", Map.of("zoom", Map.of(word, 2))))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Rule({"GUM-8", "GUM-19", "IDL-9"})
    void whatNoDeviceCanDoIsOverconstrained() {
        rig.camera("door");
        rig.microphone("desk");

        assertThat(overconstrained(Map.of("video", Map.of("width", Map.of("exact", 4000)))))
                .isEqualTo("width");
        assertThat(overconstrained(Map.of("audio", Map.of("sampleRate", Map.of("min", 96_000)))))
                .isEqualTo("sampleRate");
    }

    @Test
    @Rule({"GUM-8", "IDL-9"})
    void theMessageTellsOfEachCameraWhyItDoesNotFit() {
        Map<String, ?> tooWide = Map.of("video", Map.of("width", Map.of("exact", 4000)));
        rig.camera("front");
        String one = rig.failure(document, tooWide, ErrorName.OVERCONSTRAINED).getMessage();
        rig.camera("back");

        assertThat(one).contains("width");
        assertThat(rig.failure(document, tooWide, ErrorName.OVERCONSTRAINED)).hasMessage(one + "; " + one);
    }

    @Test
    @Rule("GUM-8")
    void ofTwoKindsBothMustFit() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");

        assertThat(overconstrained(Map.of("audio", true, "video", Map.of("width", Map.of("exact", 4000)))))
                .isEqualTo("width");
        assertThat(door.sessions()).isEmpty();
        assertThat(document.owner().tracks()).isEmpty();
    }

    @Test
    @Rule({"CM-17", "GUM-8"})
    void aConstraintIsNamedOnlyIfItFailsOnEveryCamera() {
        rig.camera("front", "user").modes = List.of(FakeDevice.VGA);
        rig.camera("back", "environment");

        assertThat(overconstrained(
                        Map.of("video", Map.of("facingMode", Map.of("exact", "user"), "width", Map.of("exact", 1280)))))
                .as("each can be had, but not both")
                .isEmpty();
        assertThat(overconstrained(
                        Map.of("video", Map.of("facingMode", Map.of("exact", "left"), "width", Map.of("exact", 1280)))))
                .isEqualTo("facingMode");
        assertThat(overconstrained(
                        Map.of("video", Map.of("facingMode", Map.of("exact", "user"), "width", Map.of("exact", 1281)))))
                .isEqualTo("width");
    }

    @Test
    @Rule({"CM-17", "X-15"})
    void aRequiredResizeModeIsLookedAtFirst() {
        rig.camera("front");
        rig.camera("back");

        assertThat(overconstrained(
                        Map.of("video", Map.of("width", Map.of("exact", 639), "resizeMode", Map.of("exact", "none")))))
                .isEqualTo("width");
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("width", Map.of("exact", 640));
        last.put("resizeMode", Map.of("exact", "stretch"));
        assertThat(overconstrained(Map.of("video", last))).isEqualTo("resizeMode");
        assertThat(overconstrained(Map.of("video", Map.of("height", 480, "resizeMode", Map.of("exact", "stretch")))))
                .as("a wish is never to blame")
                .isEqualTo("resizeMode");
    }

    @Test
    @Rule({"GUM-13", "GUM-19"})
    void aProviderThatThrowsIsPassedOver() {
        WrappedDevice broken = rig.special("broken", "");
        broken.broken = true;
        broken.fake.openFailure =
                Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: broken for good"));

        rig.failure(document, Map.of("video", true), ErrorName.ABORT);
        rig.camera("door");
        assertThat(rig.video(document, true).label()).isEqualTo("door");
        assertThat(rig.list(document)).hasSize(2);
    }

    @Test
    @Rule({"IDL-1", "IDL-6"})
    void aValueOfTheWrongTypeFailsThePromiseWithItsPath() {
        rig.camera("door");

        assertThat(typeError(Map.of(
                        "video", Map.of("advanced", List.of(Map.of(), Map.of("width", Map.of("exact", "wide")))))))
                .contains("video.advanced[1].width.exact")
                .contains("wide");
        assertThat(typeError(Map.of("video", 7))).startsWith("video: ").contains("7");
        assertThat(typeError(Map.of("audio", "yes"))).startsWith("audio: ");
        assertThat(typeError(Map.of("video", Map.of("advanced", Map.of())))).startsWith("video.advanced: ");
        assertThat(typeError(Map.of("video", Map.of("advanced", List.of(1))))).startsWith("video.advanced[0]: ");
        assertThat(typeError(Map.of("video", Map.of("frameRate", Double.NaN)))).startsWith("video.frameRate");
        assertThat(typeError(Map.of("video", Map.of(1, 2)))).contains("1");
        assertThat(typeError(Map.of("video", true, "audio", Map.of("sampleRate", Map.of("min", List.of())))))
                .startsWith("audio.sampleRate.min");
    }

    @Test
    @Rule({"IDL-5", "CM-9", "CM-17"})
    void numbersOutOfAllBoundsAreOverconstrainedOrNoConstraint() {
        rig.camera("door");

        for (Object exact : List.of(Double.NaN, -1, Math.pow(2, 40), Double.POSITIVE_INFINITY)) {
            assertThat(overconstrained(Map.of("video", Map.of("width", Map.of("exact", exact)))))
                    .as("width %s", exact)
                    .isEqualTo("width");
            assertThat(rig.video(document, Map.of("width", exact)))
                    .as("width %s wished", exact)
                    .isNotNull();
        }
        assertThat(overconstrained(Map.of("video", Map.of("height", Map.of("min", 480, "max", 240)))))
                .isEqualTo("height");
    }

    @Test
    @Rule("CM-5")
    void emptyListsAndObjectsAreNoConstraints() {
        rig.camera("door");

        MediaStreamTrack track = rig.video(
                document,
                Map.of(
                        "facingMode", List.of(),
                        "deviceId", Map.of("exact", List.of()),
                        "zoom", Map.of(),
                        "width", Map.of(),
                        "advanced", Collections.nCopies(3, Map.of())));

        assertThat(track.label()).isEqualTo("door");
    }

    @Test
    @Rule({"CM-15", "CM-17"})
    void aTextOfAMegabyteIsAnIdLikeAnyOther() {
        rig.camera("door");
        String megabyte = "x".repeat(1 << 20);

        MediaException failure = rig.failure(
                document, Map.of("video", Map.of("deviceId", Map.of("exact", megabyte))), ErrorName.OVERCONSTRAINED);

        assertThat(((OverconstrainedException) failure).constraint()).isEqualTo("deviceId");
        assertThat(failure.getMessage()).hasSizeLessThan(2000);
        assertThat(rig.video(document, Map.of("deviceId", megabyte))).isNotNull();
    }

    @Test
    @Rule({"CM-4", "CM-10", "AC-6"})
    void tenThousandAdvancedSetsAreTakenOrSkipped() {
        rig.camera("door");
        rig.camera("yard");
        List<Object> sets = new ArrayList<>(Collections.nCopies(9_999, Map.of("width", 5000)));
        sets.add(Map.of("width", 320));

        MediaStreamTrack track = rig.video(document, Map.of("advanced", sets));

        assertThat(track.getConstraints().advanced()).hasSize(10_000);
        assertThat(track.getSettings().toMap()).containsEntry("width", 320L);
    }

    private String overconstrained(Map<String, ?> constraints) {
        MediaException failure = rig.failure(document, constraints, ErrorName.OVERCONSTRAINED);
        return ((OverconstrainedException) failure).constraint();
    }

    private String typeError(Map<String, ?> constraints) {
        Promise<MediaStream> stream = document.getUserMedia(constraints);
        assertThat(stream.isDone()).as("it has failed already").isTrue();
        Throwable failure = Rig.failure(stream);
        assertThat(failure).isInstanceOf(IllegalArgumentException.class);
        return failure.getMessage();
    }
}
