// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;
import static org.mediacapture.stream.PermissionDescriptor.MICROPHONE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeMicrophone;
import org.mediacapture.core.fake.Gate;
import org.mediacapture.core.fake.Prompter;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.Sneaky;
import org.mediacapture.core.permission.PermissionRules;
import org.mediacapture.core.permission.PermissionSettings;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.time.Strand;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** What permissions make of getUserMedia: prompts, refusals, what a failure may tell, and what is taken back. */
class PermissionPromptTest {
    private static final Map<String, ?> VIDEO = Map.of("video", true);
    private static final Map<String, ?> BOTH = Map.of("video", true, "audio", true);
    private static final Map<String, ?> IMPOSSIBLE = Map.of("video", Map.of("width", Map.of("exact", 5000)));

    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule({"GUM-10", "PERM-2"})
    void allKindsAreAskedForInOneQuestion() {
        rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();

        Promise<MediaStream> stream = document.getUserMedia(BOTH);
        rig.settle();
        assertThat(stream.isDone()).isFalse();
        assertThat(person.questions()).containsExactly(Set.of(CAMERA, MICROPHONE));
        person.grant(CAMERA, MICROPHONE);
        rig.settle();

        assertThat(Rig.value(stream).getTracks()).hasSize(2);
    }

    @Test
    @Rule({"GUM-10", "GUM-19"})
    void whoIsRefusedOneKindGetsNeither() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();

        Promise<MediaStream> stream = document.getUserMedia(BOTH);
        rig.settle();
        person.grant(CAMERA);
        rig.settle();

        assertThat(DocumentRig.failure(stream, ErrorName.NOT_ALLOWED)).hasMessageContaining("microphone");
        assertThat(door.sessions()).isEmpty();
        assertThat(rig.usage).extracting(UsageEvent::type).doesNotContain(UsageEvent.Type.STARTED);
    }

    @Test
    @Rule("GUM-10")
    void aQuestionThatNobodyAnswersIsARefusalAtTheDeadline() {
        rig.camera("door");
        rig.prompter();

        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.pass(59_999);
        assertThat(stream.isDone()).isFalse();
        rig.pass(1);

        DocumentRig.failure(stream, ErrorName.NOT_ALLOWED);
    }

    @Test
    @Rule({"GUM-9", "PERM-2"})
    void whoIsDeniedIsNotAsked() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();
        person.states.put(MICROPHONE, PermissionState.DENIED);

        rig.failure(document, BOTH, ErrorName.NOT_ALLOWED);
        rig.failure(document, Map.of("audio", true), ErrorName.NOT_ALLOWED);

        assertThat(person.questions()).isEmpty();
        assertThat(door.sessions()).isEmpty();
    }

    @Test
    @Rule("GUM-9")
    void rulesDenyWithoutAController() {
        rig.camera("door");
        rig.rules("a*=denied", "", "");

        assertThat(rig.failure(document, VIDEO, ErrorName.NOT_ALLOWED))
                .hasMessageContaining("app may not use the camera");
        assertThat(rig.video(rig.document("other"), true)).isNotNull();
    }

    @Test
    @Rule({"GUM-3", "GUM-8"})
    void forWhoIsForbiddenByTheRulesNoCameraIsLookedAt() {
        AtomicInteger looks = countedLooks();
        rig.rules("app=denied", "", "");

        rig.failure(document, VIDEO, ErrorName.NOT_ALLOWED);

        assertThat(looks).hasValue(0);
        rig.video(rig.document("other"), true);
        assertThat(looks).as("for who is not forbidden").hasPositiveValue();
    }

    @Test
    @Rule({"GUM-3", "GUM-8", "GUM-9"})
    void whatAControllerDeniesIsNoPolicyAndIsLookedAtAfterTheCameras() {
        AtomicInteger looks = countedLooks();
        rig.prompter().states.put(CAMERA, PermissionState.DENIED);

        rig.failure(document, VIDEO, ErrorName.NOT_ALLOWED);

        assertThat(looks).hasPositiveValue();
    }

    @Test
    @Rule("GUM-9")
    void aControllerThatThrowsDenies() {
        rig.camera("door");
        Prompter person = rig.prompter();
        for (Throwable defect : List.of(new IllegalStateException("fake: broken"), new IOException("fake: checked"))) {
            person.failure = Optional.of(defect);

            rig.failure(document, VIDEO, ErrorName.NOT_ALLOWED);
            assertThat(rig.list(document)).as("enumeration is never refused").hasSize(1);
        }
    }

    @Test
    @Rule({"GUM-9", "GUM-10"})
    void aControllerThatThrowsWhenItIsToAskDenies() {
        rig.camera("door");
        Prompter person = rig.prompter();
        person.requestFailure = Optional.of(new IOException("fake: checked"));

        rig.failure(document, VIDEO, ErrorName.NOT_ALLOWED);
    }

    @Test
    @Rule("GUM-19")
    void whateverIsThrownOnTheWaySettlesTheCall() {
        rig.camera("door");
        for (Throwable defect : List.of(new AssertionError("fake: an error"), new IOException("fake: checked"))) {
            Permissions broken = new Permissions(
                    rig.scheduler,
                    PermissionSettings.DEFAULT,
                    () -> {
                        throw Sneaky.thrown(defect);
                    },
                    event -> {});
            Surroundings usual = rig.surroundings;
            Document unlucky = new Document(
                    new Surroundings(
                            usual.cameras(), usual.microphones(), usual.ids(), broken, usual.exposure(), usual.parts()),
                    new TrackOwner("bundle", "unlucky", event -> {}),
                    closed -> {});

            assertThat(rig.failure(unlucky, VIDEO, ErrorName.ABORT)).hasCause(defect);
        }
    }

    @Test
    @Rule({"GUM-9", "PERM-4", "TRK-8"})
    void aGrantForOnceHoldsUntilTheLastTrackOfTheKindStops() {
        rig.camera("door");
        Prompter person = rig.prompter();
        MediaStreamTrack first = granted(person);

        MediaStreamTrack second = rig.video(document, true);
        MediaStreamTrack clone = second.clone();
        assertThat(person.questions()).hasSize(1);
        first.stop();
        second.stop();
        rig.video(document, true).stop();
        assertThat(person.questions()).as("the clone is live").hasSize(1);

        clone.stop();
        rig.settle();
        Promise<MediaStream> later = document.getUserMedia(VIDEO);
        rig.settle();
        assertThat(person.questions()).hasSize(2);
        person.grant();
        rig.settle();
        DocumentRig.failure(later, ErrorName.NOT_ALLOWED);
    }

    @Test
    @Rule({"GUM-9", "PERM-4"})
    void aGrantForOnceIsNotThatOfAnotherDocument() {
        rig.camera("door");
        Prompter person = rig.prompter();
        granted(person);

        Promise<MediaStream> other = rig.document("app").getUserMedia(VIDEO);
        rig.settle();

        assertThat(other.isDone()).isFalse();
        assertThat(person.questions()).hasSize(2);
        person.grant();
    }

    @Test
    @Rule({"GUM-9", "GUM-10"})
    void onlyWhatIsNotInUseIsAskedFor() {
        rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();
        granted(person);

        Promise<MediaStream> both = document.getUserMedia(BOTH);
        rig.settle();
        assertThat(person.questions().get(1)).containsExactly(MICROPHONE);
        person.grant(MICROPHONE);
        rig.settle();
        Rig.value(both);
        rig.stream(document, BOTH);

        assertThat(person.questions()).as("now both are in use").hasSize(2);
    }

    @Test
    @Rule({"GUM-9", "GUM-10", "PERM-4"})
    void aGrantForOnceReachesNoCameraThatIsNotInUse() {
        FakeDevice first = rig.camera("first");
        rig.camera("second");
        Prompter person = rig.prompter();
        Promise<MediaStream> chosen = document.getUserMedia(VIDEO);
        rig.settle();
        first.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));
        person.grant(CAMERA);
        rig.settle();
        assertThat(Rig.value(chosen).getVideoTracks().get(0).label()).isEqualTo("second");
        first.openFailure = Optional.empty();

        MediaStreamTrack another = rig.video(document, true);

        assertThat(another.label()).isEqualTo("second");
        assertThat(person.questions()).hasSize(1);
        assertThat(first.sessions()).isEmpty();
    }

    @Test
    @Rule({"GUM-9", "PERM-4"})
    void whoIsGrantedForGoodMayUseEveryCameraWhileOneIsInUse() {
        rig.camera("first", "user");
        rig.camera("second", "environment");

        rig.video(document, Map.of("facingMode", "environment"));

        assertThat(rig.video(document, true).label()).isEqualTo("first");
    }

    @Test
    @Rule({"GUM-9", "GUM-10", "PERM-4", "TRK-8"})
    void aGrantForOnceThatEndsWhileSomethingElseIsAskedIsAskedForAgain() {
        rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();
        MediaStreamTrack track = granted(person);
        Promise<MediaStream> both = document.getUserMedia(BOTH);
        rig.settle();
        assertThat(person.questions().get(1)).containsExactly(MICROPHONE);

        track.stop();
        person.grant(MICROPHONE);
        rig.settle();
        assertThat(both.isDone()).isFalse();
        assertThat(person.questions()).hasSize(3);
        assertThat(person.questions().get(2)).containsExactly(CAMERA);
        person.grant(CAMERA);
        rig.settle();

        assertThat(Rig.value(both).getTracks()).hasSize(2);
    }

    @Test
    @Rule({"GUM-9", "GUM-10", "TRK-12"})
    void noCameraIsOpenedForWhoIsDeniedWhileSomethingElseIsAsked() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();
        granted(person).setEnabled(false);
        rig.pass(3_000);
        Promise<MediaStream> both = document.getUserMedia(BOTH);
        rig.settle();
        person.states.put(CAMERA, PermissionState.DENIED); // and does not tell
        person.grant(MICROPHONE);
        rig.settle();

        DocumentRig.failure(both, ErrorName.NOT_ALLOWED);
        assertThat(door.sessions()).hasSize(1);
        assertThat(types()).doesNotContain("started desk").endsWith("allowed microphone", "refused camera");
    }

    @Test
    @Rule({"GUM-16", "GUM-19", "PERM-7"})
    void whoIsDeniedDoesNotLearnWhatIsThere() {
        rig.rules("", "*=denied", "");

        rig.failure(document, Map.of("audio", true), ErrorName.NOT_ALLOWED);
        rig.failure(document, BOTH, ErrorName.NOT_ALLOWED);
        Prompter person = rig.prompter();
        person.states.put(CAMERA, PermissionState.GRANTED);
        person.states.put(MICROPHONE, PermissionState.DENIED);
        rig.failure(document, BOTH, ErrorName.NOT_ALLOWED);
        rig.failure(document, VIDEO, ErrorName.NOT_FOUND);

        rig.camera("door");
        rig.microphone("desk");
        rig.failure(
                document,
                Map.of("audio", true, "video", Map.of("width", Map.of("exact", 5000))),
                ErrorName.NOT_ALLOWED);
    }

    @Test
    @Rule({"GUM-17", "PERM-7"})
    void whoMayHaveToAskIsNotToldWhichConstraintFailed() {
        rig.camera("door");
        Prompter person = rig.prompter();

        OverconstrainedException failure =
                (OverconstrainedException) rig.failure(document, IMPOSSIBLE, ErrorName.OVERCONSTRAINED);

        assertThat(failure.constraint()).isEmpty();
        assertThat(failure.getMessage()).doesNotContain("640").doesNotContain("width");
        assertThat(person.questions())
                .as("constraints come before the question")
                .isEmpty();
    }

    @Test
    @Rule({"GUM-17", "ENUM-5"})
    void whoHasCapturedIsToldWhichConstraintFailed() {
        rig.camera("door");
        Prompter person = rig.prompter();
        granted(person);

        assertThat(((OverconstrainedException) rig.failure(document, IMPOSSIBLE, ErrorName.OVERCONSTRAINED))
                        .constraint())
                .isEqualTo("width");
    }

    @Test
    @Rule({"GUM-18", "X-3"})
    void whoIsGrantedIsToldWhichConstraintFailedBeforeTheFirstCapture() {
        rig.camera("door", "user");

        for (String property : List.of("width", "facingMode")) {
            Object value = property.equals("width") ? 5000 : "left";
            assertThat(((OverconstrainedException) rig.failure(
                                    document,
                                    Map.of("video", Map.of(property, Map.of("exact", value))),
                                    ErrorName.OVERCONSTRAINED))
                            .constraint())
                    .isEqualTo(property);
        }
    }

    @Test
    @Rule({"GUM-17", "GUM-18"})
    void whoIsGrantedOnlyOneOfTwoKindsIsNotTold() {
        rig.camera("door");
        rig.microphone("desk");
        rig.rules("", "*=prompt", "");

        assertThat(((OverconstrainedException) rig.failure(
                                document,
                                Map.of("audio", true, "video", Map.of("width", Map.of("exact", 5000))),
                                ErrorName.OVERCONSTRAINED))
                        .constraint())
                .isEmpty();
    }

    @Test
    @Rule("GUM-20")
    void aCameraThatGoesWhileAPersonIsAskedCannotBeRead() {
        FakeDevice door = rig.camera("door");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        rig.unplug(door);
        person.grant(CAMERA);
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_READABLE);
    }

    @Test
    @Rule("GUM-20")
    void aProviderMayBeReplacedWhileAPersonIsAsked() {
        FakeDevice door = rig.camera("door");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        rig.unplug(door);
        FakeDevice update = rig.camera("door");
        person.grant(CAMERA);
        rig.settle();

        assertThat(Rig.value(stream).getVideoTracks().get(0).label()).isEqualTo("door");
        assertThat(update.session().isOpen()).isTrue();
    }

    @Test
    @Rule("GUM-20")
    void aCameraThatChangedWhileAPersonWasAskedIsCheckedAgain() {
        FakeDevice door = rig.camera("door");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("width", Map.of("exact", 1280))));
        rig.settle();
        door.modes = List.of(FakeDevice.VGA);
        person.grant(CAMERA);
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_READABLE);
    }

    @Test
    @Rule({"GUM-20", "GUM-13"})
    void aMicrophoneThatGoesWhileAPersonIsAskedIsPassedOver() {
        FakeMicrophone desk = rig.microphone("desk");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("audio", true));
        rig.settle();
        rig.unplug(desk);
        rig.microphone("other");
        person.grant(MICROPHONE);
        rig.settle();

        assertThat(Rig.value(stream).getAudioTracks().get(0).label()).isEqualTo("other");
    }

    @Test
    @Rule({"GUM-20", "GUM-13"})
    void theOnlyMicrophoneThatGoesWhileAPersonIsAskedCannotBeRead() {
        FakeMicrophone desk = rig.microphone("desk");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("audio", true));
        rig.settle();
        rig.unplug(desk);
        person.grant(MICROPHONE);
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_READABLE);
        assertThat(document.owner().tracks()).isEmpty();
    }

    @Test
    @Rule({"GUM-20", "GUM-13"})
    void aMicrophoneThatGoesAfterItWasChosenCannotBeRead() {
        FakeMicrophone desk = rig.microphone("desk");
        Prompter person = grantedMicrophone();
        goesWithTheNextQuery(person, desk);

        assertThat(rig.failure(document, Map.of("audio", true), ErrorName.NOT_READABLE))
                .as("nobody was asked")
                .hasMessageContaining("desk: the microphone went away");
        assertThat(document.owner().tracks()).isEmpty();
        assertThat(types()).containsExactly("allowed microphone", "started desk", "stopped desk");
    }

    @Test
    @Rule({"GUM-20", "GUM-13"})
    void aMicrophoneThatGoesAfterItWasChosenIsPassedOver() {
        FakeMicrophone desk = rig.microphone("desk");
        rig.microphone("other");
        Prompter person = grantedMicrophone();
        goesWithTheNextQuery(person, desk);

        assertThat(rig.audio(document, true).label()).isEqualTo("other");
        assertThat(document.owner().tracks()).hasSize(1);
    }

    @Test
    @Rule({"TRK-12", "TRK-5"})
    void takingThePermissionBackEndsTheTracksOfItsKindWithAnEvent() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        MediaStream stream = rig.stream(document, BOTH);
        MediaStreamTrack video = stream.getVideoTracks().get(0);
        MediaStreamTrack audio = stream.getAudioTracks().get(0);
        MediaStreamTrack untouched = rig.video(rig.document("other"), true);
        List<String> ended = new ArrayList<>();
        video.addEventListener(TrackEvent.Type.ENDED, event -> ended.add(event.cause()));

        rig.rules("app=denied", "", "");

        assertThat(video.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(ended).hasSize(1).allSatisfy(cause -> assertThat(cause).contains("permission"));
        assertThat(audio.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(untouched.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(door.session().isOpen()).as("the other document uses it").isTrue();
        assertThat(rig.usage)
                .extracting(UsageEvent::type, UsageEvent::origin, UsageEvent::device)
                .contains(tuple(UsageEvent.Type.REVOKED, "app", "camera"))
                .contains(tuple(UsageEvent.Type.STOPPED, "app", "door"));
    }

    @Test
    @Rule({"TRK-12", "TRK-5", "PERM-5"})
    void takingBackTheMicrophoneEndsItsTracksOnceHoweverOftenThatIsTold() {
        rig.camera("door");
        rig.microphone("desk");
        MediaStream stream = rig.stream(document, BOTH);
        MediaStreamTrack audio = stream.getAudioTracks().get(0);
        MediaStreamTrack clone = audio.clone();
        List<String> ended = new ArrayList<>();
        audio.addEventListener(TrackEvent.Type.ENDED, event -> ended.add("original"));
        clone.addEventListener(TrackEvent.Type.ENDED, event -> ended.add("clone"));

        rig.permissions.settings(PermissionSettings.of(
                new PermissionRules(new String[0], new String[] {"app=denied"}, new String[0], new String[0]),
                "optional",
                60_000));
        document.endRevoked();
        document.endRevoked();
        rig.settle();
        document.endRevoked();
        rig.settle();

        assertThat(ended).containsExactly("original", "clone");
        assertThat(stream.getVideoTracks().get(0).readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(types())
                .containsExactlyInAnyOrder(
                        "allowed camera",
                        "allowed microphone",
                        "started desk",
                        "started door",
                        "revoked microphone",
                        "stopped desk")
                .endsWith("revoked microphone", "stopped desk");
    }

    @Test
    @Rule({"TRK-12", "GUM-9"})
    void aControllerThatDoesNotAnswerForOneDocumentTakesBackAndHoldsUpNoOther() {
        rig.camera("door");
        Document other = rig.document("other");
        MediaStreamTrack track = rig.video(document, true);
        MediaStreamTrack others = rig.video(other, true);
        Prompter person = rig.prompter();
        Gate gate = person.stuck("app");
        person.states.put(CAMERA, PermissionState.DENIED);
        rig.permissions.changed();
        rig.settle();
        assertThat(others.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);

        rig.pass(2_000);

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        person.states.put(CAMERA, PermissionState.GRANTED);
        others = rig.video(other, true);
        person.states.put(CAMERA, PermissionState.DENIED);
        rig.permissions.changed();
        rig.settle();
        assertThat(others.readyState()).as("later changes too").isEqualTo(MediaStreamTrackState.ENDED);
        gate.open();
    }

    @Test
    @Rule("TRK-12")
    void aControllerIsNotQueriedAboutWhatNobodyUses() {
        rig.camera("door");
        rig.microphone("desk");
        rig.pass(1_000);
        List<PermissionDescriptor> queries = new ArrayList<>();
        Prompter person = rig.prompter();
        person.states.put(CAMERA, PermissionState.GRANTED);
        person.states.put(MICROPHONE, PermissionState.GRANTED);
        person.onQuery = queries::add;
        rig.settle();
        assertThat(queries).as("without tracks").isEmpty();

        MediaStreamTrack video = rig.video(document, true);
        queries.clear();
        rig.permissions.changed();
        rig.settle();
        assertThat(queries).as("with video").contains(CAMERA).doesNotContain(MICROPHONE);

        video.stop();
        rig.audio(document, true);
        queries.clear();
        rig.permissions.changed();
        rig.settle();
        assertThat(queries).as("with sound").containsOnly(MICROPHONE);
    }

    @Test
    void aControllerThatDoesNotAnswerInTimeIsInterrupted() {
        rig.microphone("desk");
        document.getUserMedia(Map.of("audio", true));
        rig.settle();
        Gate gate = rig.prompter().stuck("app");
        gate.shut();
        rig.permissions.changed();
        rig.settle();
        assertThat(gate.holds()).isTrue();

        rig.pass(2_000);

        assertThat(gate.holds()).isFalse();
    }

    @Test
    @Rule({"TRK-12", "GUM-9"})
    void aPermissionTakenBackWhileTheCameraIsOpenedIsARefusal() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        door.opening.shut();
        Promise<MediaStream> stream = document.getUserMedia(BOTH);
        rig.settle();

        rig.rules("*=denied", "", "");
        door.opening.open();
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_ALLOWED);
        assertThat(document.owner().tracks()).as("the sound is given back too").isEmpty();
        assertThat(door.session().isOpen()).isFalse();
    }

    @Test
    @Rule({"TRK-12", "GUM-10"})
    void aPermissionTakenBackWhileAPersonIsAskedIsARefusal() {
        FakeDevice door = rig.camera("door");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        person.states.put(CAMERA, PermissionState.DENIED);
        rig.permissions.changed();
        rig.settle();
        DocumentRig.failure(stream, ErrorName.NOT_ALLOWED);
        person.grant(CAMERA);
        rig.settle();

        assertThat(types()).containsExactly("refused camera");
        assertThat(document.owner().tracks()).isEmpty();
        assertThat(door.sessions()).allMatch(session -> !session.isOpen());
    }

    @Test
    @Rule({"PERM-5", "GUM-14"})
    void whoWatchesIsToldWhoUsesWhatFromStartToStop() {
        rig.camera("door");

        MediaStreamTrack track = rig.video(document, true);
        MediaStreamTrack clone = track.clone();
        track.stop();
        rig.settle();
        assertThat(types()).containsExactly("allowed camera", "started door");
        clone.stop();
        rig.settle();

        assertThat(types()).containsExactly("allowed camera", "started door", "stopped door");
        assertThat(rig.usage)
                .allSatisfy(event -> assertThat(event.bundle()).isEqualTo("bundle"))
                .allSatisfy(event -> assertThat(event.origin()).isEqualTo("app"));
    }

    @Test
    @Rule("PERM-5")
    void whoWatchesIsToldOfARefusal() {
        rig.camera("door");
        Prompter person = rig.prompter();
        document.getUserMedia(VIDEO);
        rig.settle();
        person.grant();
        rig.settle();

        assertThat(types()).containsExactly("refused camera");
    }

    @Test
    @Rule({"PERM-5", "GUM-3"})
    void whoWatchesIsToldOfARefusalByTheRules() {
        rig.camera("door");
        rig.rules("app=denied", "", "");

        rig.failure(document, VIDEO, ErrorName.NOT_ALLOWED);
        rig.failure(document, BOTH, ErrorName.NOT_ALLOWED);

        assertThat(types()).containsExactly("refused camera", "refused camera");
        assertThat(rig.usage)
                .allSatisfy(event -> assertThat(event.bundle()).isEqualTo("bundle"))
                .allSatisfy(event -> assertThat(event.origin()).isEqualTo("app"))
                .allSatisfy(event -> assertThat(event.cause()).isEqualTo("rule app=denied of permission.camera"));
    }

    @Test
    @Rule({"PERM-5", "GUM-9"})
    void whoWatchesIsToldOfEachKindThatAControllerRefusesWithoutAQuestion() {
        rig.camera("door");
        rig.microphone("desk");
        Prompter person = rig.prompter();
        person.states.put(CAMERA, PermissionState.DENIED);
        rig.failure(document, BOTH, ErrorName.NOT_ALLOWED);
        assertThat(types()).containsExactly("refused camera");

        person.states.put(MICROPHONE, PermissionState.DENIED);
        rig.failure(document, BOTH, ErrorName.NOT_ALLOWED);

        assertThat(types()).containsExactly("refused camera", "refused microphone", "refused camera");
    }

    @Test
    @Rule({"PERM-5", "GUM-16"})
    void whoWatchesIsToldOfARefusalThatDisguisesAFailure() {
        rig.camera("door");
        Prompter person = rig.prompter();
        person.states.put(CAMERA, PermissionState.DENIED);

        rig.failure(document, IMPOSSIBLE, ErrorName.NOT_ALLOWED);

        assertThat(types()).containsExactly("refused camera");
    }

    @Test
    @Rule({"PERM-5", "TRK-12"})
    void whoWatchesIsToldOfARefusalWhileTheCameraIsOpened() {
        FakeDevice door = rig.camera("door");
        door.opening.shut();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        rig.rules("*=denied", "", "");
        door.opening.open();
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_ALLOWED);
        assertThat(types()).containsExactly("allowed camera", "started door", "refused camera", "stopped door");
    }

    @Test
    @Rule({"GUM-9", "GUM-13"})
    void aControllerThatIsAskedAgainForTheNextCameraHoldsUpNoCamera() {
        FakeDevice door = rig.camera("door");
        door.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: in use"));
        rig.camera("yard");
        Prompter person = rig.prompter();
        person.states.put(CAMERA, PermissionState.GRANTED);
        rig.settle();
        List<Boolean> onStrand = new ArrayList<>();
        door.opening.shut();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        person.onQuery = permission -> onStrand.add(isOnStrand());
        door.opening.open();
        rig.settle();

        assertThat(Rig.value(stream).getVideoTracks().get(0).label()).isEqualTo("yard");
        assertThat(onStrand).isNotEmpty().doesNotContain(true);
    }

    private static boolean isOnStrand() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(Strand.class.getName())));
    }

    @Test
    @Rule({"PERM-3", "GUM-13"})
    void aGrantedPermissionPromisesNoCamera() {
        rig.camera("door").openFailure =
                Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: in use by another program"));
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        person.grant(CAMERA);
        rig.settle();

        DocumentRig.failure(stream, ErrorName.NOT_READABLE);
    }

    private MediaStreamTrack granted(Prompter person) {
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        person.grant(CAMERA);
        rig.settle();
        return Rig.value(stream).getVideoTracks().get(0);
    }

    private Prompter grantedMicrophone() {
        Prompter person = rig.prompter();
        person.states.put(MICROPHONE, PermissionState.GRANTED);
        rig.settle();
        return person;
    }

    private void goesWithTheNextQuery(Prompter person, FakeMicrophone microphone) {
        person.onQuery = permission -> {
            person.onQuery = later -> {};
            rig.unplug(microphone);
        };
    }

    /** One more camera; how often it is asked for its modes from now on. */
    private AtomicInteger countedLooks() {
        AtomicInteger looks = new AtomicInteger();
        FakeDevice inside = new FakeDevice();
        rig.plug(new CountedCamera(inside, looks), inside, "fake:door", "");
        rig.pass(1_000);
        looks.set(0);
        return looks;
    }

    private List<String> types() {
        return rig.usage.stream()
                .map(event -> event.type().value() + " " + event.device())
                .toList();
    }

    private record CountedCamera(FakeDevice inside, AtomicInteger looks) implements CameraDevice {
        @Override
        public List<VideoMode> modes() {
            looks.incrementAndGet();
            return inside.modes();
        }

        @Override
        public MediaTrackCapabilities controls() {
            return inside.controls();
        }

        @Override
        public Optional<String> group() {
            return inside.group();
        }

        @Override
        public boolean exclusive() {
            return inside.exclusive();
        }

        @Override
        public CameraSession open(FrameSink sink) throws CameraException {
            return inside.open(sink);
        }
    }
}
