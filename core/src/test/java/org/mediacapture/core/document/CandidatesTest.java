// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeMicrophone;
import org.mediacapture.core.fake.FakeSession;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.WrappedDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.util.promise.Promise;

/** Which device getUserMedia chooses, and what it does with those that cannot be opened. */
class CandidatesTest {
    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule({"GUM-12", "CM-12"})
    void betweenEqualsTheDefaultCameraIsChosen() {
        rig.camera("first");
        rig.camera("second");

        MediaStreamTrack track = rig.video(document, true);

        assertThat(track.label()).isEqualTo("first");
        assertThat(track.getSettings().toMap()).containsEntry("width", 640L).containsEntry("height", 480L);
    }

    @Test
    @Rule({"GUM-12", "CM-10"})
    void theNearestCameraIsChosen() {
        rig.camera("small").modes = List.of(FakeDevice.VGA);
        rig.camera("large").modes = List.of(FakeDevice.HD);

        assertThat(rig.video(document, Map.of("width", 1200)).label()).isEqualTo("large");
        assertThat(rig.video(document, Map.of("facingMode", "user")).label())
                .as("neither looks anywhere")
                .isEqualTo("small");
    }

    @Test
    @Rule("GUM-12")
    void theMicrophoneIsChosenByDistanceToo() {
        FakeMicrophone low = new FakeMicrophone();
        low.capabilities = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.SAMPLE_RATE, new ULongRange(8000, 16000))
                .build();
        rig.plug(low, "low");
        rig.microphone("high");

        assertThat(rig.audio(document, Map.of("sampleRate", 44100)).label()).isEqualTo("high");
        assertThat(rig.audio(document, Map.of("sampleRate", Map.of("max", 16000), "channelCount", 2))
                        .label())
                .isEqualTo("high");
    }

    @Test
    @Rule({"CM-15", "GUM-12", "DEV-1", "DEV-5"})
    void anExactIdChoosesItsCamera() {
        rig.camera("front", "user");
        rig.camera("back", "environment");
        rig.video(document, true);
        String id = rig.id(document, "back");

        MediaStreamTrack byId = rig.video(document, Map.of("deviceId", Map.of("exact", id)));
        MediaStreamTrack byWish = rig.video(document, Map.of("deviceId", List.of("nobody", id)));
        MediaStreamTrack byGroup = rig.video(
                document,
                Map.of("groupId", Map.of("exact", byId.getSettings().toMap().get("groupId"))));
        MediaStreamTrack byFacing = rig.video(document, Map.of("facingMode", Map.of("exact", "environment")));

        assertThat(List.of(byId, byWish, byGroup, byFacing))
                .allSatisfy(track -> assertThat(track.label()).isEqualTo("back"));
        assertThat(byId.getSettings().toMap()).containsEntry("deviceId", id);
    }

    @Test
    @Rule("RES-7")
    void facingModeIsLeftOutWhereNobodyKnowsIt() {
        rig.camera("mute");
        rig.camera("odd", "upwards");
        rig.camera("back", "environment");
        rig.video(document, true);

        for (String unknown : List.of("mute", "odd")) {
            MediaStreamTrack track =
                    rig.video(document, Map.of("deviceId", Map.of("exact", rig.id(document, unknown))));
            assertThat(track.getSettings().toMap()).doesNotContainKey("facingMode");
            assertThat(track.getCapabilities().toMap()).doesNotContainKey("facingMode");
        }
        assertThat(rig.video(document, Map.of("facingMode", Map.of("exact", "environment")))
                        .label())
                .isEqualTo("back");
        assertThat(rig.failure(
                        document,
                        Map.of("video", Map.of("facingMode", Map.of("exact", "upwards"))),
                        ErrorName.OVERCONSTRAINED))
                .hasMessageContaining("facingMode");
    }

    @Test
    @Rule({"CM-15", "CM-17", "GUM-8"})
    void theIdOfAnotherOriginIsNobodys() {
        rig.camera("door");
        Document other = rig.document("other");
        rig.video(other, true);
        String foreign = rig.id(other, "door");

        assertThat(((OverconstrainedException) rig.failure(
                                document,
                                Map.of("video", Map.of("deviceId", Map.of("exact", foreign))),
                                ErrorName.OVERCONSTRAINED))
                        .constraint())
                .isEqualTo("deviceId");
    }

    @Test
    @Rule("CM-15")
    void aTrackNeverChangesItsCamera() {
        rig.camera("front");
        rig.camera("back");
        MediaStreamTrack track = rig.video(document, true);
        String back = rig.id(document, "back");

        Promise<Void> required = track.applyConstraints(Map.of("deviceId", Map.of("exact", back)));
        Promise<Void> wished = track.applyConstraints(Map.of("deviceId", back));
        rig.settle();

        assertThat(((OverconstrainedException) DocumentRig.failure(required, ErrorName.OVERCONSTRAINED)).constraint())
                .isEqualTo("deviceId");
        Rig.value(wished);
        assertThat(track.label()).isEqualTo("front");
    }

    @Test
    @Rule("CM-16")
    void anEmptyIdAsksForNoDeviceInParticular() {
        rig.camera("door");
        rig.special("lazy", "").unknown = true;
        rig.microphone("desk");
        Map<String, Object> nobody = Map.of("deviceId", Map.of("exact", ""));

        MediaStream stream = rig.stream(document, Map.of("video", nobody, "audio", nobody));

        assertThat(stream.getTracks()).hasSize(2);
        assertThat(rig.video(document, Map.of("deviceId", "")).label()).isEqualTo("door");
    }

    @Test
    @Rule("CM-16")
    void anEmptyIdDoesNotRuleOutACameraWhoseModesAreUnknown() {
        rig.special("lazy", "").unknown = true;

        assertThat(rig.video(document, Map.of("deviceId", Map.of("exact", ""))).label())
                .isEqualTo("lazy");
    }

    @Test
    @Rule({"GUM-8", "GUM-12", "GUM-20"})
    void aCameraWhoseModesAreUnknownIsOpenedToSee() {
        WrappedDevice lazy = rig.special("lazy", "user");
        lazy.unknown = true;

        MediaStreamTrack track = rig.video(document, Map.of("width", Map.of("exact", 1280)));
        assertThat(track.getSettings().toMap()).containsEntry("width", 1280L);
        track.stop();
        rig.settle();

        rig.failure(document, Map.of("video", Map.of("width", Map.of("exact", 4000))), ErrorName.OVERCONSTRAINED);
        rig.camera("known").modes = List.of(FakeDevice.HD);
        assertThat(rig.video(document, Map.of("width", Map.of("ideal", 1280))).label())
                .as("who is known to fit is better")
                .isEqualTo("known");
    }

    @Test
    @Rule({"GUM-12", "CM-10", "RES-7"})
    void whatIsKnownOfACameraWhoseModesAreUnknownIsNotHeldAgainstIt() {
        rig.camera("known", "environment");
        rig.special("lazy", "user").unknown = true;

        assertThat(rig.video(document, Map.of("facingMode", "user")).label()).isEqualTo("lazy");
    }

    @Test
    @Rule({"CM-15", "CM-17", "RES-7"})
    void aCameraWhoseModesAreUnknownIsNotOpenedAgainstItsIdentity() {
        WrappedDevice lazy = rig.special("lazy", "user");
        lazy.unknown = true;

        for (String property : List.of("facingMode", "groupId", "deviceId")) {
            assertThat(((OverconstrainedException) rig.failure(
                                    document,
                                    Map.of("video", Map.of(property, Map.of("exact", "environment"))),
                                    ErrorName.OVERCONSTRAINED))
                            .constraint())
                    .isEqualTo(property);
        }
        assertThat(lazy.fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUSY,NOT_READABLE", "LOST,NOT_READABLE", "DENIED,NOT_READABLE", "FAILED,ABORT"})
    @Rule({"GUM-13", "GUM-19"})
    void theReasonWhyTheOnlyCameraCannotBeOpenedNamesTheError(CameraException.Reason reason, ErrorName name) {
        broken("door", reason);

        assertThat(rig.failure(document, Map.of("video", true), name)).hasMessageContaining("door: ");
        assertThat(document.owner().tracks()).isEmpty();
    }

    @Test
    @Rule("GUM-13")
    void aBusyCameraIsPassedOver() {
        broken("first", CameraException.Reason.BUSY);
        broken("second", CameraException.Reason.FAILED);
        FakeDevice third = rig.camera("third");

        assertThat(rig.video(document, true).label()).isEqualTo("third");
        assertThat(third.session().isOpen()).isTrue();
    }

    @Test
    @Rule("GUM-13")
    void aCameraThatAnswersTooLateIsPassedOver() {
        FakeDevice stuck = rig.camera("stuck");
        stuck.opening.shut();
        rig.camera("door");

        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", true));
        rig.settle();
        assertThat(stream.isDone()).isFalse();
        rig.pass(8_000);

        assertThat(Rig.value(stream).getVideoTracks().get(0).label()).isEqualTo("door");
    }

    @Test
    @Rule("GUM-13")
    void whenNoneCanBeOpenedTheLastOneNamesTheErrorAndAllAreTold() {
        broken("first", CameraException.Reason.BUSY);
        broken("second", CameraException.Reason.FAILED);
        assertThat(rig.failure(document, Map.of("video", true), ErrorName.ABORT))
                .hasMessageContaining("first: ")
                .hasMessageContaining("second: ");

        broken("third", CameraException.Reason.DENIED);
        rig.failure(document, Map.of("video", true), ErrorName.NOT_READABLE);
    }

    @Test
    @Rule({"GUM-13", "GUM-19"})
    void aCameraThatTurnsOutNotToFitHidesNoneThatCouldNotBeOpened() {
        WrappedDevice broken = rig.special("network", "");
        broken.unknown = true;
        broken.fake.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));
        WrappedDevice small = rig.special("small", "");
        small.unknown = true;
        small.fake.modes = List.of(FakeDevice.VGA);
        Map<String, Object> large = Map.of("video", Map.of("width", Map.of("exact", 1280)));
        assertThat(rig.failure(document, large, ErrorName.NOT_READABLE)).hasMessageContaining("network: ");

        broken.fake.openFailure = Optional.empty();
        broken.fake.modes = List.of(FakeDevice.VGA);
        rig.failure(document, large, ErrorName.OVERCONSTRAINED);
    }

    @ParameterizedTest
    @CsvSource({"BUSY,NOT_READABLE", "LOST,NOT_READABLE", "DENIED,NOT_READABLE", "FAILED,ABORT"})
    @Rule({"GUM-13", "GUM-19"})
    void aCameraInUseNamesTheErrorByTheSameReasons(CameraException.Reason reason, ErrorName name) {
        FakeDevice door = rig.camera("door");
        rig.video(rig.document("other"), true);
        door.applyFailure = Optional.of(new CameraException(reason, "fake: cannot be set"));

        rig.failure(document, Map.of("video", Map.of("zoom", 4)), name);
        door.applyFailure = Optional.empty();
    }

    @Test
    @Rule({"GUM-13", "GUM-19"})
    void aCameraInUseThatIsLostTwiceWhileItIsSetCannotBeRead() {
        FakeDevice door = rig.camera("door");
        rig.video(rig.document("other"), true);
        door.applying.shut();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("zoom", 4)));
        rig.settle();
        rig.unplug(door);
        rig.settle();
        rig.plug(door, door, "fake:door", "");
        rig.settle();
        assertThat(stream.isDone()).as("after the first loss").isFalse();
        rig.unplug(door);
        rig.settle();

        assertThat(DocumentRig.failure(stream, ErrorName.NOT_READABLE)).hasMessageContaining("lost twice");
        door.applying.open();
    }

    @Test
    @Rule({"GUM-13", "GUM-9", "TRK-12"})
    void whoIsDeniedMeanwhileIsNotGivenTheNextCamera() {
        FakeDevice stuck = rig.camera("stuck");
        stuck.opening.shut();
        FakeDevice door = rig.camera("door");
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", true));
        rig.settle();
        rig.rules("*=denied", "", "");
        rig.pass(8_000);

        DocumentRig.failure(stream, ErrorName.NOT_ALLOWED);
        assertThat(door.sessions()).isEmpty();
    }

    @Test
    @Rule({"GUM-14", "GUM-20", "TRK-15"})
    void aMicrophoneThatGoesWhileTheCameraIsOpenedFailsTheCall() {
        FakeDevice door = rig.camera("door");
        door.opening.shut();
        FakeMicrophone desk = rig.microphone("desk");
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", true, "audio", true));
        rig.settle();
        rig.unplug(desk);
        door.opening.open();
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_READABLE);
        assertThat(document.owner().tracks()).isEmpty();
        assertThat(door.session().isOpen()).isFalse();
    }

    @Test
    @Rule("GUM-13")
    void aCameraThatDoesNotFitIsNoneToFallBackOn() {
        broken("large", CameraException.Reason.BUSY);
        rig.camera("small").modes = List.of(FakeDevice.VGA);

        rig.failure(document, Map.of("video", Map.of("width", Map.of("min", 1000))), ErrorName.NOT_READABLE);
    }

    @Test
    @Rule({"GUM-13", "GUM-15", "TRK-7"})
    void whenTheVideoFailsTheSoundIsGivenBack() {
        broken("door", CameraException.Reason.BUSY);
        rig.microphone("desk");

        rig.failure(document, Map.of("audio", true, "video", true), ErrorName.NOT_READABLE);

        assertThat(document.owner().tracks()).isEmpty();
        assertThat(rig.usage)
                .extracting(UsageEvent::type, UsageEvent::device)
                .containsSubsequence(tuple(UsageEvent.Type.STARTED, "desk"), tuple(UsageEvent.Type.STOPPED, "desk"));
    }

    @Test
    @Rule({"GUM-14", "GUM-23"})
    void thePromiseIsNotResolvedBeforeTheCameraHasStarted() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        door.opening.shut();
        door.starting.shut();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", true, "audio", true));
        rig.settle();
        assertThat(stream.isDone()).as("before it is open").isFalse();

        door.opening.open();
        rig.settle();
        assertThat(door.session().isOpen()).isTrue();
        assertThat(door.session().mode()).isEmpty();
        assertThat(stream.isDone()).as("before it has started").isFalse();

        door.starting.open();
        rig.settle();
        assertThat(door.session().mode()).isPresent();
        assertThat(Rig.value(stream).getTracks())
                .extracting(MediaStreamTrack::readyState)
                .containsOnly(MediaStreamTrackState.LIVE);
    }

    @Test
    @Rule({"GUM-14", "GUM-15", "STR-7", "GUM-23"})
    void aStreamHasOneLiveTrackOfEachKindThatWasAskedFor() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");

        MediaStream both = rig.stream(document, Map.of("video", true, "audio", true));
        FakeSession session = door.session();
        assertThat(session.mode())
                .as("it is held and streams before the promise resolves")
                .isPresent();
        assertThat(both.getTracks())
                .extracting(MediaStreamTrack::kind)
                .containsExactlyInAnyOrder(MediaKind.AUDIO, MediaKind.VIDEO);
        assertThat(both.getTracks()).allSatisfy(track -> {
            assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
            assertThat(track.isEnabled()).isTrue();
        });

        assertThat(rig.stream(document, Map.of("video", true)).getAudioTracks()).isEmpty();
        assertThat(rig.stream(document, Map.of("audio", true)).getVideoTracks()).isEmpty();
    }

    @Test
    @Rule("GUM-15")
    void theConstraintsAreAppliedWhenThePromiseResolves() {
        FakeDevice door = rig.camera("door");
        Map<String, Object> asked = Map.of("width", Map.of("exact", 1280), "zoom", 2.5);

        MediaStreamTrack track = rig.video(document, asked);

        assertThat(track.getConstraints().toMap()).containsOnlyKeys("width", "zoom");
        assertThat(track.getSettings().toMap()).containsEntry("width", 1280L).containsEntry("zoom", 2.5);
        assertThat(door.session().mode()).contains(FakeDevice.HD);
    }

    @Test
    @Rule({"GUM-21", "TRK-7"})
    void twoCallsShareACameraThatClosesWithTheLastTrack() {
        FakeDevice door = rig.camera("door");
        Promise<MediaStream> one = document.getUserMedia(Map.of("video", true));
        Promise<MediaStream> two = document.getUserMedia(Map.of("video", Map.of("width", 320)));
        rig.settle();

        MediaStreamTrack first = Rig.value(one).getVideoTracks().get(0);
        MediaStreamTrack second = Rig.value(two).getVideoTracks().get(0);
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(door.sessions()).hasSize(1);
        assertThat(second.getSettings().toMap()).containsEntry("width", 320L);
        assertThat(first.getSettings().toMap()).containsEntry("width", 640L);

        first.stop();
        rig.settle();
        assertThat(door.session().isOpen()).isTrue();
        second.stop();
        rig.settle();
        assertThat(door.session().isOpen()).isFalse();
    }

    @Test
    @Rule({"GUM-21", "GUM-13"})
    void aCallThatFailsDoesNotDisturbAnother() {
        rig.camera("door");
        Promise<MediaStream> good = document.getUserMedia(Map.of("video", true));
        Promise<MediaStream> bad = document.getUserMedia(Map.of("video", Map.of("width", Map.of("exact", 5000))));
        Promise<MediaStream> better = document.getUserMedia(Map.of("video", true));
        rig.settle();

        DocumentRig.failure(bad, ErrorName.OVERCONSTRAINED);
        assertThat(Rig.value(good).isActive()).isTrue();
        assertThat(Rig.value(better).isActive()).isTrue();
    }

    @Test
    @Rule({"RES-6", "GUM-13", "GUM-8"})
    void aCameraThatAnotherDocumentNeedsOtherwiseIsPassedOver() {
        rig.camera("shared");
        Document other = rig.document("other");
        rig.video(other, Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));
        Map<String, Object> larger = Map.of("width", Map.of("exact", 1280));

        rig.failure(document, Map.of("video", larger), ErrorName.OVERCONSTRAINED);
        rig.camera("free");
        assertThat(rig.video(document, larger).label()).isEqualTo("free");
    }

    @Test
    @Rule("GUM-13")
    void aControlThatFailsWhileAnotherTrackIsLiveIsAnAbort() {
        FakeDevice door = rig.camera("door");
        rig.video(rig.document("other"), true);
        door.applyFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: stuck"));

        rig.failure(document, Map.of("video", Map.of("zoom", 4)), ErrorName.ABORT);
        door.applyFailure = Optional.empty();
    }

    @Test
    @Rule({"GUM-13", "GUM-20"})
    void aCameraThatGoesWhileItIsOpenedCannotBeRead() {
        FakeDevice door = rig.camera("door");
        door.opening.shut();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", true));
        rig.settle();

        rig.unplug(door);
        rig.pass(1_000);

        DocumentRig.failure(stream, ErrorName.NOT_READABLE);
    }

    private FakeDevice broken(String name, CameraException.Reason reason) {
        FakeDevice device = rig.camera(name);
        device.openFailure = Optional.of(new CameraException(reason, "fake: cannot be opened"));
        return device;
    }
}
