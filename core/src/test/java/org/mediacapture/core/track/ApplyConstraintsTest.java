// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** applyConstraints, getConstraints, getSettings and getCapabilities of a video track. */
class ApplyConstraintsTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final CameraTrack track = studio.track();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule("AC-1")
    void onAStoppedTrackItSucceedsAndDoesNothing() {
        track.stop();

        Promise<Void> applied = apply(Map.of("width", Map.of("exact", 5000)));

        Rig.value(applied);
        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule("AC-1")
    void aStopThatOvertakesItLetsItSucceedAndChangesNothing() {
        camera.fake.applying.shut();
        Promise<Void> running = track.applyConstraints(Map.of("zoom", 2));
        Promise<Void> waiting = track.applyConstraints(Map.of("zoom", Map.of("exact", 99)));
        CameraTrack clone = track.clone();
        studio.settle();

        track.stop();
        studio.settle();
        Rig.value(running);
        Rig.value(waiting);
        camera.fake.applying.open();
        studio.settle();

        assertThat(track.getConstraints().toMap()).isEmpty();
        assertThat(clone.isLive()).isTrue();
    }

    @Test
    @Rule("AC-1")
    void theEndOfTheCameraThatOvertakesItLetsItSucceed() {
        camera.fake.applying.shut();
        Promise<Void> running = track.applyConstraints(Map.of("zoom", 2));
        Promise<Void> waiting = track.applyConstraints(Map.of("zoom", 3));
        studio.settle();

        camera.fake.session().end(EndCause.FINISHED);
        studio.settle();

        Rig.value(running);
        Rig.value(waiting);
        assertThat(track.isLive()).isFalse();
        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule("AC-2")
    void callsTakeEffectInTheirOrderAndEachSeesTheOneBefore() {
        List<String> settled = new ArrayList<>();
        track.applyConstraints(Map.of("zoom", 2)).onResolve(() -> settled.add("2"));
        track.applyConstraints(Map.of("zoom", 3)).onResolve(() -> settled.add("3"));
        track.applyConstraints(Map.of("zoom", Map.of("exact", 99))).onResolve(() -> settled.add("99"));
        track.applyConstraints(Map.of("zoom", 4)).onResolve(() -> settled.add("4"));

        studio.settle();

        assertThat(settled).containsExactly("2", "3", "99", "4");
        assertThat(camera.set()).containsExactly("zoom=2.0", "zoom=3.0", "zoom=4.0");
        assertThat(setting("zoom")).isEqualTo(4.0);
    }

    @Test
    @Rule("AC-3")
    void newConstraintsReplaceAllOldOnes() {
        Rig.value(apply(Map.of("width", 320, "advanced", List.of(Map.of("zoom", 2)))));

        Rig.value(apply(Map.of("height", 240)));
        assertThat(track.getConstraints().toMap()).containsOnlyKeys("height");
        Rig.value(apply(Map.of()));

        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule("AC-3")
    void whatTheOldConstraintsForbadeTheNewOnesMayRequire() {
        Rig.value(apply(Map.of("frameRate", Map.of("max", 5))));
        assertThat((Double) setting("frameRate")).isLessThanOrEqualTo(5);

        Rig.value(apply(Map.of("frameRate", Map.of("min", 20))));

        assertThat((Double) setting("frameRate")).isGreaterThanOrEqualTo(20);
    }

    @Test
    @Rule({"AC-4", "X-11", "AC-11"})
    void aFailedCallNamesTheConstraintAndChangesNothing() {
        Rig.value(apply(Map.of("width", 320, "zoom", 2)));
        Map<String, Object> settings = track.getSettings().toMap();
        Map<String, Object> constraints = track.getConstraints().toMap();
        List<String> events = Studio.events(track);
        int calls = camera.set().size();

        Promise<Void> outOfRange = apply(Map.of("zoom", Map.of("exact", 99), "brightness", 0));
        Promise<Void> absent = apply(Map.of("iso", Map.of("exact", 100)));

        assertThat(constraint(outOfRange)).isEqualTo("zoom");
        assertThat(constraint(absent)).isEqualTo("iso");
        assertThat(track.getSettings().toMap()).isEqualTo(settings);
        assertThat(track.getConstraints().toMap()).isEqualTo(constraints);
        assertThat(camera.set()).hasSize(calls);
        assertThat(events).isEmpty();
    }

    @Test
    @Rule("AC-4")
    void whenOneOfSeveralControlsFailsEachGoesBack() {
        Map<String, Object> settings = track.getSettings().toMap();
        camera.stuck.add(ConstrainableProperty.ZOOM);

        Promise<Void> applied =
                apply(Map.of("brightness", 70, "exposureMode", "manual", "exposureTime", 300, "zoom", 2));

        assertThat(Studio.failure(applied, ErrorName.OPERATION)).hasMessageContaining("zoom is stuck");
        assertThat(track.getSettings().toMap()).isEqualTo(settings);
        assertThat(track.getConstraints().toMap()).isEmpty();
        camera.stuck.clear();
        Promise<MediaTrackSettings> read = track.readSettings();
        studio.settle();
        assertThat(Rig.value(read).toMap()).as("what the camera really has").isEqualTo(settings);
    }

    @Test
    @Rule("AC-4")
    void whenAControlFailsAfterTheModeHasChangedTheModeGoesBackToo() {
        camera.stuck.add(ConstrainableProperty.ZOOM);
        List<String> sizes = Studio.sizes(track);

        Promise<Void> applied = apply(Map.of("width", 1280, "height", 720, "zoom", 2));
        studio.frame();

        Studio.failure(applied, ErrorName.OPERATION);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.VGA);
        assertThat(sizes).containsExactly("640x480");
    }

    @Test
    @Rule("AC-5")
    void whenThePromiseResolvesTheSettingsAreNew() {
        List<Object> seen = new ArrayList<>();
        track.applyConstraints(Map.of("width", 320, "zoom", 5)).onResolve(() -> {
            seen.add(setting("width"));
            seen.add(setting("zoom"));
            seen.add(track.getConstraints().toMap().size());
        });
        assertThat(setting("zoom")).as("in a task").isEqualTo(1.0);

        studio.settle();

        assertThat(seen).containsExactly(320L, 5.0, 2);
    }

    @Test
    @Rule("AC-6")
    void constraintsAreToldAsTheyWereGiven() {
        Map<String, Object> given = Map.of(
                "width", 320L,
                "zoom", Map.of("ideal", 2.0),
                "advanced", List.of(Map.of("zoom", 99.0), Map.of("torch", true)));

        Rig.value(apply(given));

        assertThat(track.getConstraints().toMap()).isEqualTo(given);
        assertThat(setting("torch")).isEqualTo(true);
        assertThat(setting("zoom"))
                .as("the unsatisfied set is skipped, and still told")
                .isEqualTo(2.0);
    }

    @Test
    @Rule({"AC-7", "RES-4"})
    void settingsHaveAValueWithinEachCapability() {
        Rig.value(apply(Map.of("width", 333, "height", 100)));
        Map<String, Object> settings = track.getSettings().toMap();

        assertThat(settings.keySet())
                .containsAll(track.getCapabilities().toMap().keySet());
        track.getCapabilities().properties().stream()
                .filter(property -> !property.inherent())
                .forEach(property -> assertThat(track.getCapabilities()
                                .get(property)
                                .orElseThrow()
                                .admits(track.getSettings().get(property).orElseThrow()))
                        .as(property.name())
                        .isTrue());
        assertThat(settings).containsEntry("aspectRatio", 3.33);
        assertThat(camera.fake.modes()).contains(FakeDevice.VGA);
    }

    @Test
    @Rule("AC-7")
    void aControlWhoseValueTheCameraDoesNotTellIsNoCapability() {
        StudioCamera quiet = new StudioCamera();
        quiet.fake.values = MediaTrackSettings.builder()
                .with(ConstrainableProperty.ZOOM, 1.0)
                .build();
        studio.plug(quiet);
        studio.unplug(camera);
        studio.run(0.5);

        assertThat(track.getSettings().toMap().keySet())
                .containsAll(track.getCapabilities().toMap().keySet())
                .contains("zoom");
        Rig.value(apply(Map.of("pointsOfInterest", Map.of("exact", List.of(Map.of("x", 0.5))))));
        assertThat(Rig.failure(apply(Map.of("torch", Map.of("exact", false)))))
                .isInstanceOf(OverconstrainedException.class);
    }

    @Test
    @Rule("RES-4")
    void theAspectRatioIsRoundedToTheTenthDecimalPlace() {
        assertThat(setting("aspectRatio")).isEqualTo(1.3333333333);
    }

    @Test
    @Rule("AC-8")
    void afterTheEndOnlyWhatIsInherentIsTold() {
        track.stop();

        assertThat(track.getSettings().toMap())
                .isEqualTo(Map.of("deviceId", "id-of-door", "groupId", "group-of-door", "facingMode", "user"));
    }

    @Test
    @Rule("AC-9")
    void allTracksOfACameraTellTheSameCapabilities() {
        CameraTrack clone = track.clone();
        studio.settle();

        Rig.value(apply(Map.of("width", Map.of("max", 320))));

        assertThat(track.getCapabilities()).isEqualTo(clone.getCapabilities());
        assertThat(track.getCapabilities().toMap()).containsEntry("width", Map.of("min", 1L, "max", 1280L));
        assertThat(track.getCapabilities().toMap())
                .isNotSameAs(track.getCapabilities().toMap());
    }

    @Test
    @Rule("RES-6")
    void tracksOfDifferentSizeAndRateShareOneCamera() {
        CameraTrack large = studio.track(Map.of("width", Map.of("exact", 1280), "height", Map.of("exact", 720)));
        CameraTrack slow = studio.track(Map.of("width", 160, "height", 120, "frameRate", Map.of("exact", 10)));
        List<String> ofTrack = Studio.sizes(track);
        List<String> ofLarge = Studio.sizes(large);
        List<String> ofSlow = Studio.sizes(slow);

        for (int frame = 0; frame < 30; frame++) {
            studio.frame();
            studio.pass(0.033);
        }

        assertThat(camera.fake.sessions()).hasSize(1);
        assertThat(ofTrack).hasSize(30).containsOnly("640x480");
        assertThat(ofLarge).hasSize(30).containsOnly("1280x720");
        assertThat(ofSlow).hasSizeBetween(9, 11).containsOnly("160x120");
        assertThat(slow.getSettings().toMap()).containsEntry("frameRate", 10.0);
        assertThat(slow.stats().orElseThrow().discardedFrames()).isGreaterThanOrEqualTo(19);
    }

    @Test
    @Rule({"RES-6", "AC-4"})
    void aLaterCallThatWouldViolateAnotherTrackFailsAndChangesNothing() {
        CameraTrack other = studio.track(Map.of("width", Map.of("min", 1000)));
        Map<String, Object> mine = track.getSettings().toMap();
        Map<String, Object> theirs = other.getSettings().toMap();

        Promise<Void> applied = apply(Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));

        assertThat(Rig.failure(applied)).isInstanceOf(OverconstrainedException.class);
        assertThat(track.getSettings().toMap()).isEqualTo(mine);
        assertThat(other.getSettings().toMap()).isEqualTo(theirs);
        assertThat(camera.fake.session().mode()).contains(FakeDevice.HD);
    }

    @Test
    @Rule({"RES-6", "OC-2"})
    void aTrackWhoseSettingsChangeForAnotherIsToldByConfigurationchange() {
        List<String> events = Studio.events(track);
        CameraTrack other = track.clone();
        List<String> own = Studio.events(other);
        studio.settle();

        other.applyConstraints(Map.of("zoom", 7));
        studio.settle();

        assertThat(events).containsExactly("configurationchange");
        assertThat(own).isEmpty();
        assertThat(setting("zoom")).isEqualTo(7.0);
    }

    @Test
    @Rule("OC-1")
    void settingsThatDriftAwayFromTheConstraintsNeitherMuteNorEndTheTrack() {
        Rig.value(apply(Map.of("frameRate", Map.of("min", 25), "width", Map.of("exact", 640))));
        List<String> events = Studio.events(track);
        List<String> sizes = Studio.sizes(track);
        VideoMode dark = new VideoMode(640, 480, 5, PixelFormat.MJPEG);

        camera.fake.session().sink().modeChanged(dark);
        studio.settle();
        studio.frame();

        assertThat(events).containsExactly("configurationchange");
        assertThat(track.isLive()).isTrue();
        assertThat(track.isMuted()).isFalse();
        assertThat(setting("frameRate")).isEqualTo(5.0);
        assertThat(sizes).hasSize(1);
    }

    @Test
    @Rule("OC-2")
    void newSettingsOfTheCamerasOwnAreToldInATask() {
        List<Object> seen = new ArrayList<>();
        track.addEventListener(
                org.mediacapture.stream.TrackEvent.Type.CONFIGURATION_CHANGE, event -> seen.add(setting("zoom")));

        camera.fake
                .session()
                .sink()
                .controlsChanged(MediaTrackSettings.builder()
                        .with(ConstrainableProperty.ZOOM, 3.0)
                        .build());
        assertThat(seen).isEmpty();
        studio.settle();

        assertThat(seen).containsExactly(3.0);
    }

    @Test
    @Rule({"PX-26", "PX-24"})
    void aValueBetweenTwoStepsIsSnappedByTheCameraAndTold() {
        camera.snap = wanted -> wanted.get(ConstrainableProperty.ZOOM)
                .map(zoom -> MediaTrackSettings.builder()
                        .with(ConstrainableProperty.ZOOM, Math.round(zoom * 2) / 2.0)
                        .build())
                .orElse(wanted);

        Rig.value(apply(Map.of("advanced", List.of(Map.of("zoom", 3.141592)))));
        assertThat(setting("zoom")).isEqualTo(3.0);
        Rig.value(apply(Map.of("zoom", Map.of("exact", 4.4))));

        assertThat(setting("zoom")).isEqualTo(4.5);
        assertThat(camera.set()).containsExactly("zoom=3.141592", "zoom=4.4");
    }

    @Test
    @Rule("PX-24")
    void settingsTellTheTargetWhileTheCameraStillMoves() {
        camera.snap = wanted -> wanted;
        Rig.value(apply(Map.of("advanced", List.of(Map.of("pan", 3600)))));

        assertThat(setting("pan")).isEqualTo(3600.0);
    }

    @Test
    @Rule("PX-27")
    void aModeIsSetBeforeTheValuesThatDependOnItInAnyOrderOfTheKeys() {
        Map<String, Object> valueFirst = new java.util.LinkedHashMap<>();
        valueFirst.put("exposureTime", 300);
        valueFirst.put("exposureMode", "manual");

        Rig.value(apply(Map.of("advanced", List.of(valueFirst))));
        assertThat(camera.set()).containsExactly("exposureMode=manual", "exposureTime=300.0");
        Map<String, Object> back = new java.util.LinkedHashMap<>();
        back.put("exposureTime", 50);
        back.put("exposureMode", "continuous");
        Rig.value(apply(back));

        assertThat(camera.set().subList(2, 4)).containsExactly("exposureMode=continuous", "exposureTime=50.0");
    }

    @Test
    @Rule({"PX-4", "PX-25"})
    void pointsOfInterestAreClampedAndToldAndHaveNoCapability() {
        Rig.value(apply(Map.of("pointsOfInterest", Map.of("exact", List.of(Map.of("x", -1, "y", 0.5))))));

        assertThat(setting("pointsOfInterest")).isEqualTo(List.of(Map.of("x", 0.0, "y", 0.5)));
        assertThat(track.getCapabilities().toMap()).doesNotContainKey("pointsOfInterest");
    }

    @Test
    @Rule("X-10")
    void imageCapturePropertiesAndOthersMayBeMixed() {
        Rig.value(apply(Map.of("width", 320, "height", 240, "zoom", 2, "advanced", List.of(Map.of("torch", true)))));

        assertThat(track.getSettings().toMap())
                .containsEntry("width", 320L)
                .containsEntry("zoom", 2.0)
                .containsEntry("torch", true);
    }

    @Test
    @Rule("X-14")
    void clearingTheConstraintsLeavesTheDeviceAsItIs() {
        Rig.value(apply(Map.of("advanced", List.of(Map.of("zoom", 5, "torch", true)))));
        int calls = camera.set().size();

        Rig.value(apply(Map.of()));

        assertThat(camera.set()).hasSize(calls);
        assertThat(track.getSettings().toMap()).containsEntry("zoom", 5.0).containsEntry("torch", true);
        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule({"PTZ-2", "X-13"})
    void panTiltAndZoomDoNotExistForATrackWithoutThePermission() {
        studio.perspective = new Perspective(studio.perspective.inherent(), false);
        CameraTrack plain = studio.track();

        assertThat(plain.getCapabilities().toMap())
                .doesNotContainKeys("pan", "zoom")
                .containsKey("torch");
        assertThat(plain.getSettings().toMap()).doesNotContainKeys("pan", "zoom");
        Promise<Void> required = plain.applyConstraints(Map.of("pan", Map.of("exact", 60)));
        Promise<Void> wished = plain.applyConstraints(Map.of("pan", 60, "advanced", List.of(Map.of("zoom", 2))));
        studio.settle();
        assertThat(constraint(required)).isEqualTo("pan");
        Rig.value(wished);
        assertThat(camera.set()).isEmpty();
    }

    @Test
    @Rule("PTZ-5")
    void whileTheDocumentIsHiddenTheCameraIsNotMoved() {
        studio.owner.hide(true);

        Promise<Void> moved = apply(Map.of("zoom", 2));
        Promise<Void> tolerated = apply(Map.of("zoom", false, "brightness", 70));

        Studio.failure(moved, ErrorName.SECURITY);
        Rig.value(tolerated);
        assertThat(camera.set()).containsExactly("brightness=70.0");
    }

    @Test
    @Rule("PTZ-5")
    void thatTheDocumentIsHiddenIsToldAtOnceAndDoesNotWaitForTheCamera() {
        camera.fake.applying.shut();
        track.applyConstraints(Map.of("brightness", 70));
        studio.settle();
        studio.owner.hide(true);

        Promise<Void> moved = track.applyConstraints(Map.of("zoom", 2));

        Studio.failure(moved, ErrorName.SECURITY);
        camera.fake.applying.open();
    }

    @Test
    @Rule({"IDL-1", "IDL-6"})
    void aMapThatCannotBeConvertedFailsThePromiseWithThePathOfItsMember() {
        Promise<Void> applied =
                track.applyConstraints(Map.of("advanced", List.of(Map.of(), Map.of("zoom", Map.of("exact", "far")))));

        assertThat(applied.isDone()).as("at once").isTrue();
        assertThat(Rig.failure(applied))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("advanced[1].zoom.exact")
                .hasMessageContaining("far");
        assertThat(camera.set()).isEmpty();
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

        assertThat(Rig.failure(apply(map))).isSameAs(broken);
        Promise<?> photo = studio.capture(track).takePhoto(map);
        studio.settle();
        assertThat(Rig.failure(photo)).isSameAs(broken);
    }

    @Test
    @Rule("IDL-1")
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> track.applyConstraints((MediaTrackConstraints) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("constraints");
        assertThatThrownBy(() -> track.applyConstraints((Map<String, ?>) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("constraints");
    }

    @Test
    @Rule("IDL-2")
    void anUnknownNameDoesNothing() {
        Rig.value(apply(Map.of("doesnotexist", Map.of("exact", 1))));

        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule("CM-15")
    void theDeviceOfATrackCannotBeChanged() {
        assertThat(constraint(apply(Map.of("deviceId", Map.of("exact", "other")))))
                .isEqualTo("deviceId");
        assertThat(constraint(apply(Map.of("facingMode", Map.of("exact", "environment")))))
                .isEqualTo("facingMode");
        assertThat(constraint(apply(Map.of("groupId", Map.of("exact", "other")))))
                .isEqualTo("groupId");
        Rig.value(apply(Map.of("deviceId", "other", "facingMode", "environment", "groupId", "other")));
        Rig.value(apply(Map.of("facingMode", Map.of("exact", List.of("left", "user")))));

        assertThat(setting("deviceId")).isEqualTo("id-of-door");
        assertThat(setting("facingMode")).isEqualTo("user");
        assertThat(setting("groupId")).isEqualTo("group-of-door");
    }

    @Test
    void readSettingsTellsWhatAutomaticModesChoseAndTheOtherTracksHearOfIt() {
        CameraTrack clone = track.clone();
        List<String> events = Studio.events(clone);
        camera.automatic = MediaTrackSettings.builder()
                .with(ConstrainableProperty.EXPOSURE_TIME, 42.0)
                .build();
        assertThat(setting("exposureTime")).isEqualTo(100.0);

        Promise<MediaTrackSettings> read = track.readSettings();
        studio.settle();

        assertThat(Rig.value(read)).isEqualTo(track.getSettings());
        assertThat(setting("exposureTime")).isEqualTo(42.0);
        assertThat(events).containsExactly("configurationchange");
    }

    @Test
    void readSettingsOfAnEndedTrackIsRefusedAndOneThatIsOvertakenByStopFails() {
        camera.fake.applying.shut();
        track.applyConstraints(Map.of("zoom", 2));
        Promise<MediaTrackSettings> overtaken = track.readSettings();
        studio.settle();

        track.stop();
        studio.settle();
        Promise<MediaTrackSettings> late = track.readSettings();
        studio.settle();

        Studio.failure(overtaken, ErrorName.OPERATION);
        Studio.failure(late, ErrorName.INVALID_STATE);
    }

    @Test
    void aCameraThatCannotBeReadIsTheFailureOfReadSettingsInItsOwnWords() {
        camera.readFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: cannot be read"));

        Promise<MediaTrackSettings> read = track.readSettings();
        studio.settle();

        assertThat(Studio.failure(read, ErrorName.OPERATION))
                .hasMessage("door: fake: cannot be read")
                .hasCauseInstanceOf(CameraException.class);
        assertThat(track.isLive()).isTrue();
    }

    @Test
    void statsCountTheFramesOfTheTrackAlsoWhenNobodyReadsThemAndNotThoseOfTheTimeItWasDisabled() {
        studio.frame();
        studio.frame();
        track.setEnabled(false);
        studio.frame();

        assertThat(track.stats().orElseThrow().deliveredFrames()).isEqualTo(3);
        assertThat(track.stats().orElseThrow().discardedFrames()).isZero();
        assertThat(track.stats().orElseThrow().totalFrames()).isEqualTo(3);
    }

    @Test
    void everyConcurrentCallIsServed() {
        CameraTrack clone = track.clone();
        List<Promise<Void>> all = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            all.add((call % 2 == 0 ? track : clone)
                    .applyConstraints(Map.of("width", 100 + call, "zoom", 1 + call % 9)));
        }

        studio.settle();

        all.forEach(Rig::value);
        assertThat(setting("width")).isEqualTo(148L);
        assertThat(clone.getSettings().get(ConstrainableProperty.WIDTH)).isEqualTo(Optional.of(149L));
        assertThat(setting("zoom")).isEqualTo(5.0);
    }

    private Promise<Void> apply(Map<String, ?> constraints) {
        Promise<Void> applied = track.applyConstraints(constraints);
        studio.settle();
        return applied;
    }

    private Object setting(String name) {
        return track.getSettings().toMap().get(name);
    }

    private static String constraint(Promise<?> failed) {
        assertThat(Rig.failure(failed)).isInstanceOf(OverconstrainedException.class);
        return ((OverconstrainedException) Rig.failure(failed)).constraint();
    }

    @Test
    @Rule({"PX-27", "PX-24"})
    void aValueThatTheAutomaticModeHadLastIsSetWithTheManualMode() {
        Promise<Void> applied = track.applyConstraints(
                Map.of("exposureMode", Map.of("exact", "manual"), "exposureTime", Map.of("exact", 100)));
        studio.settle();

        Rig.value(applied);
        assertThat(camera.set()).containsExactly("exposureMode=manual", "exposureTime=100.0");
    }

    @Test
    @Rule("PTZ-5")
    void aCameraIsNotMovedAlsoIfTheDocumentWasHiddenWhileTheCallWaited() {
        camera.fake.applying.shut();
        track.applyConstraints(Map.of("brightness", 70));
        Promise<Void> moved = track.applyConstraints(Map.of("pan", 60));
        studio.settle();

        studio.owner.hide(true);
        camera.fake.applying.open();
        studio.settle();

        Studio.failure(moved, ErrorName.SECURITY);
        assertThat(camera.set()).noneMatch(value -> value.startsWith("pan"));
    }

    @Test
    @Rule("OC-2")
    void aRateThatTheCameraChoseDuringTheCallIsTold() {
        camera.fake.applying.shut();
        Promise<Void> applied = track.applyConstraints(Map.of("zoom", 2));
        studio.settle();
        camera.fake.session().sink().modeChanged(new VideoMode(640, 480, 5, PixelFormat.MJPEG));
        studio.settle();

        camera.fake.applying.open();
        studio.settle();

        Rig.value(applied);
        assertThat(track.getSettings().toMap()).containsEntry("frameRate", 5.0).containsEntry("zoom", 2.0);
    }

    @Test
    @Rule("OC-2")
    void aModeThatTheCameraReportsWhileItIsRestartedIsTold() {
        camera.fake.starting.shut();
        Promise<Void> applied = track.applyConstraints(Map.of("width", 1280, "height", 720));
        studio.settle();
        camera.fake.session().sink().modeChanged(new VideoMode(1280, 720, 5, PixelFormat.MJPEG));
        studio.settle();

        camera.fake.starting.open();
        studio.settle();

        Rig.value(applied);
        assertThat(track.getSettings().toMap()).containsEntry("frameRate", 5.0).containsEntry("width", 1280L);
    }
}
