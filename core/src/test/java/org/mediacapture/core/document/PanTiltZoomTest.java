// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA_PAN_TILT_ZOOM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Prompter;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.PermissionState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** Who may move a camera. */
class PanTiltZoomTest {
    private static final Set<String> MOVEMENTS = Set.of("pan", "tilt", "zoom");

    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule({"PTZ-1", "GUM-10"})
    void whoConstrainsMovementAsksForItInTheSameQuestion() {
        motor("dome");
        Prompter person = rig.prompter();
        List<Object> movements = List.of(
                Map.of("pan", true),
                Map.of("tilt", 60),
                Map.of("zoom", Map.of("ideal", 2)),
                Map.of("advanced", List.of(Map.of("width", 640), Map.of("zoom", Map.of("min", 2)))));

        for (Object constraints : movements) {
            document.getUserMedia(Map.of("video", constraints));
            rig.settle();
            assertThat(person.questions().get(person.questions().size() - 1))
                    .as(constraints.toString())
                    .containsExactlyInAnyOrder(CAMERA, CAMERA_PAN_TILT_ZOOM);
            person.grant();
            rig.settle();
        }
    }

    @Test
    @Rule("PTZ-1")
    void whoDoesNotConstrainMovementIsNotAskedAboutIt() {
        motor("dome");
        Prompter person = rig.prompter();

        for (Object constraints : List.of(true, Map.of("pan", false), Map.of("zoom", Map.of()), Map.of("width", 640))) {
            document.getUserMedia(Map.of("video", constraints));
            rig.settle();
            assertThat(person.questions().get(person.questions().size() - 1))
                    .as(constraints.toString())
                    .containsExactly(CAMERA);
            person.grant();
            rig.settle();
        }
    }

    @Test
    @Rule({"PTZ-2", "PTZ-3", "X-13", "PERM-7"})
    void whoIsRefusedOnlyTheMovementGetsACameraThatShowsNone() {
        FakeDevice dome = motor("dome");
        MediaStreamTrack track = refusedMovement();

        assertThat(track.getCapabilities().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        assertThat(track.getSettings().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        assertThat(dome.session().calls()).noneMatch(call -> call.startsWith("apply"));
    }

    @Test
    @Rule({"PTZ-1", "PTZ-2", "GUM-12"})
    void whoIsDeniedTheMovementIsGivenNoCameraForTheSakeOfIt() {
        FakeDevice plain = rig.camera("plain");
        plain.controls = MediaTrackCapabilities.empty();
        plain.values = MediaTrackSettings.empty();
        motor("dome");
        assertThat(rig.video(document, Map.of("zoom", true)).label()).isEqualTo("dome");

        rig.rules("", "", "*=denied");

        assertThat(rig.video(document, Map.of("zoom", true)).label()).isEqualTo("plain");
    }

    @Test
    @Rule({"PTZ-1", "PTZ-4", "GUM-12"})
    void whoIsToBeAskedAboutTheMovementIsGivenACameraForTheSakeOfIt() {
        still("fixed");
        motor("dome");
        Prompter person = rig.prompter();

        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("pan", true)));
        rig.settle();
        person.grant(CAMERA, CAMERA_PAN_TILT_ZOOM);
        rig.settle();

        assertThat(Rig.value(stream).getVideoTracks().get(0).label()).isEqualTo("dome");
    }

    @Test
    @Rule({"PTZ-1", "PTZ-4", "GUM-12"})
    void whoWouldHaveToBeAskedAboutTheMovementAndDoesNotWantItSeesNone() {
        motor("dome");
        still("fixed");
        Prompter person = rig.prompter();

        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("pan", false)));
        rig.settle();
        person.grant(CAMERA);
        rig.settle();

        assertThat(Rig.value(stream).getVideoTracks().get(0).label())
                .as("a camera that cannot be moved is as good as one that never could")
                .isEqualTo("dome");
    }

    @Test
    @Rule({"PTZ-2", "PERM-5", "TRK-12"})
    void whoWatchesIsToldOnceThatTheMovementIsTakenBackFromLiveTracks() {
        motor("dome");
        MediaStreamTrack track = rig.video(document, Map.of("zoom", true));
        MediaStreamTrack clone = track.clone();
        rig.usage.clear();

        rig.rules("", "", "*=denied");
        rig.permissions.changed();
        rig.settle();

        assertThat(rig.usage)
                .extracting(UsageEvent::type, UsageEvent::device)
                .containsExactly(tuple(UsageEvent.Type.REVOKED, "camera+pan-tilt-zoom"));
        assertThat(track.getSettings().toMap()).doesNotContainKey("zoom");
        assertThat(clone.getSettings().toMap()).doesNotContainKey("zoom");
        assertThat(track.clone().getSettings().toMap()).doesNotContainKey("zoom");
    }

    @Test
    @Rule({"PTZ-6", "PTZ-2"})
    void withoutThePermissionARequiredMovementFailsAndAWishHasNoEffect() {
        FakeDevice dome = motor("dome");
        MediaStreamTrack track = refusedMovement();

        for (String movement : MOVEMENTS) {
            Promise<Void> required = track.applyConstraints(Map.of(movement, Map.of("exact", 2)));
            Promise<Void> wished = track.applyConstraints(Map.of(movement, Map.of("ideal", 2)));
            Promise<Void> advanced = track.applyConstraints(Map.of("advanced", List.of(Map.of(movement, 2))));
            rig.settle();

            assertThat(((OverconstrainedException) DocumentRig.failure(required, ErrorName.OVERCONSTRAINED))
                            .constraint())
                    .isEqualTo(movement);
            Rig.value(wished);
            Rig.value(advanced);
        }
        assertThat(dome.session().calls()).noneMatch(call -> call.startsWith("apply"));
        assertThat(track.getSettings().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
    }

    @Test
    @Rule("PTZ-3")
    void aLaterGrantDoesNotUpgradeATrack() {
        motor("dome");
        Prompter person = rig.prompter();
        Promise<MediaStream> first = document.getUserMedia(Map.of("video", Map.of("zoom", 2)));
        rig.settle();
        person.grant(CAMERA);
        rig.settle();
        Promise<MediaStream> second = document.getUserMedia(Map.of("video", Map.of("zoom", 2)));
        rig.settle();
        assertThat(person.questions().get(1)).as("the camera is in use").containsExactly(CAMERA_PAN_TILT_ZOOM);
        person.grant(CAMERA_PAN_TILT_ZOOM);
        rig.settle();

        assertThat(track(second).getSettings().toMap()).containsEntry("zoom", 2.0);
        assertThat(track(first).getSettings().toMap()).doesNotContainKey("zoom");
        assertThat(track(first).getCapabilities().toMap()).doesNotContainKey("zoom");
    }

    @Test
    @Rule("PTZ-3")
    void aCameraInUseIsGivenAlsoWhenTheMovementIsRefused() {
        motor("dome");
        Prompter person = rig.prompter();
        Promise<MediaStream> first = document.getUserMedia(Map.of("video", true));
        rig.settle();
        person.grant(CAMERA);
        rig.settle();
        Promise<MediaStream> second = document.getUserMedia(Map.of("video", Map.of("zoom", 2)));
        rig.settle();
        person.grant();
        rig.settle();

        assertThat(track(first).getSettings().toMap()).doesNotContainKey("zoom");
        assertThat(track(second).getSettings().toMap()).doesNotContainKey("zoom");
    }

    @Test
    @Rule("PTZ-4")
    void trueAndFalsePreferCamerasAndMoveNone() {
        still("fixed");
        FakeDevice dome = motor("dome");

        assertThat(rig.video(document, Map.of("pan", false)).label()).isEqualTo("fixed");
        MediaStreamTrack track = rig.video(document, Map.of("pan", true));
        assertThat(track.label()).isEqualTo("dome");
        assertThat(track.getSettings().toMap()).containsEntry("pan", 120.0);
        assertThat(dome.session().calls()).noneMatch(call -> call.contains("pan"));
    }

    @Test
    @Rule("PTZ-4")
    void falseDisfavoursACameraThatComesFirst() {
        motor("dome");
        still("fixed");

        assertThat(rig.video(document, Map.of("pan", false)).label()).isEqualTo("fixed");
        assertThat(rig.video(document, Map.of("pan", true)).label()).isEqualTo("dome");
    }

    @Test
    @Rule("PTZ-4")
    void aNumberMovesTheCamera() {
        still("fixed");
        motor("dome");

        MediaStreamTrack track = rig.video(document, Map.of("pan", 600));
        assertThat(track.label()).isEqualTo("dome");
        assertThat(track.getSettings().toMap()).containsEntry("pan", 600.0);
        Promise<Void> reset = track.applyConstraints(Map.of("pan", 0));
        rig.settle();
        Rig.value(reset);
        assertThat(track.getSettings().toMap()).containsEntry("pan", 0.0);
    }

    @Test
    @Rule("PTZ-5")
    void aHiddenDocumentMovesNothing() {
        FakeDevice dome = motor("dome");
        MediaStreamTrack track = rig.video(document, true);
        document.setHidden(true);

        for (Map<String, ?> movement : List.of(
                Map.of("pan", 60),
                Map.of("tilt", true),
                Map.of("zoom", Map.of("exact", 2)),
                Map.of("advanced", List.of(Map.of("zoom", 2))))) {
            DocumentRig.failure(track.applyConstraints(movement), ErrorName.SECURITY);
        }
        assertThat(dome.session().calls()).noneMatch(call -> call.startsWith("apply"));
        for (Map<String, ?> other : List.of(Map.of("pan", false), Map.of("width", 320), Map.<String, Object>of())) {
            Promise<Void> applied = track.applyConstraints(other);
            rig.settle();
            Rig.value(applied);
        }

        document.setHidden(false);
        Promise<Void> shown = track.applyConstraints(Map.of("pan", 60));
        rig.settle();
        Rig.value(shown);
    }

    @Test
    @Rule("PTZ-7")
    void whoIsRefusedTheCameraIsRefusedItsMovement() {
        motor("dome");
        rig.rules("*=denied", "", "*=granted");

        rig.failure(document, Map.of("video", Map.of("pan", 60)), ErrorName.NOT_ALLOWED);
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("pan", 60)));
        rig.settle();
        person.grant(CAMERA_PAN_TILT_ZOOM);
        rig.settle();
        DocumentRig.failure(stream, ErrorName.NOT_ALLOWED);
    }

    @Test
    @Rule("X-18")
    void withThePermissionAPlainTrackCanMoveToo() {
        motor("dome");

        MediaStreamTrack track = rig.video(document, true);

        assertThat(track.getCapabilities().toMap()).containsKeys("pan", "tilt", "zoom");
        assertThat(track.getSettings().toMap()).containsKeys("pan", "tilt", "zoom");
    }

    @Test
    @Rule({"X-18", "X-13", "PTZ-2"})
    void withoutThePermissionAPlainTrackCannotMove() {
        motor("dome");

        for (String state : List.of("prompt", "denied")) {
            rig.rules("", "", "*=" + state);
            MediaStreamTrack track = rig.video(document, true);
            assertThat(track.getCapabilities().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
            assertThat(track.getSettings().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        }
    }

    @Test
    @Rule({"PTZ-2", "PTZ-6"})
    void whoIsDeniedMovementFromTheStartIsGivenTheCameraWithoutAQuestion() {
        FakeDevice dome = motor("dome");
        rig.rules("", "", "*=denied");

        MediaStreamTrack track = rig.video(document, Map.of("pan", 600, "advanced", List.of(Map.of("zoom", 3))));

        assertThat(track.getSettings().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        assertThat(dome.session().calls()).noneMatch(call -> call.startsWith("apply"));
    }

    @Test
    @Rule({"PTZ-2", "TRK-12"})
    void movementThatIsTakenBackDisappearsAndTheTrackStays() {
        motor("dome");
        MediaStreamTrack track = rig.video(document, Map.of("pan", true));
        List<String> events = new ArrayList<>();
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }

        rig.rules("", "", "*=denied");

        assertThat(track.getCapabilities().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        assertThat(track.getSettings().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        assertThat(events).containsExactly("configurationchange");
    }

    @Test
    @Rule({"PTZ-2", "TRK-12"})
    void movementThatIsTakenBackWhileTheCameraIsOpenedIsNotThere() {
        FakeDevice dome = motor("dome");
        dome.opening.shut();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("pan", true)));
        rig.settle();
        rig.rules("", "", "*=denied");
        dome.opening.open();
        rig.settle();

        assertThat(track(stream).getCapabilities().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
    }

    @Test
    @Rule({"PTZ-2", "AC-9", "TRK-10"})
    void aCloneMovesAsItsOriginalDoes() {
        motor("dome");
        MediaStreamTrack track = refusedMovement();

        MediaStreamTrack clone = track.clone();
        rig.settle();

        assertThat(clone.getCapabilities().toMap()).doesNotContainKeys("pan", "tilt", "zoom");
        clone.stop();
    }

    private MediaStreamTrack refusedMovement() {
        Prompter person = rig.prompter();
        person.states.put(CAMERA, PermissionState.GRANTED);
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", Map.of("pan", 60, "zoom", 2)));
        rig.settle();
        person.grant();
        rig.settle();
        return track(stream);
    }

    private static MediaStreamTrack track(Promise<MediaStream> stream) {
        return Rig.value(stream).getVideoTracks().get(0);
    }

    private FakeDevice motor(String name) {
        FakeDevice device = rig.camera(name);
        device.controls = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.PAN, new MediaSettingsRange(-3600, 3600, 60))
                .with(ConstrainableProperty.TILT, new MediaSettingsRange(-1800, 1800, 60))
                .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 10, 0.5))
                .build();
        device.values = MediaTrackSettings.builder()
                .with(ConstrainableProperty.PAN, 120.0)
                .with(ConstrainableProperty.TILT, 0.0)
                .with(ConstrainableProperty.ZOOM, 1.0)
                .build();
        return device;
    }

    private void still(String name) {
        FakeDevice device = rig.camera(name);
        device.controls = MediaTrackCapabilities.empty();
        device.values = MediaTrackSettings.empty();
    }
}
