// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeSession;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Promise;

/** Constraints applied to an open camera (AC-2 to AC-5, RES-6). */
class CameraSourceReconfigureTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice device = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void newConstraintsReplaceTheOldOnes() {
        FakeTrack track = rig.track(Map.of("width", 1280));

        Promise<Void> applied = apply(track, Map.of("zoom", 2));

        assertThat(applied.isDone()).isTrue();
        assertThat(track.getConstraints().toMap()).isEqualTo(Map.of("zoom", 2.0));
        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM)).contains(2.0);
        assertThat(track.events()).as("the one who asked gets no event").isEmpty();
        rig.source.detach(track);
    }

    @Test
    void anImpossibleRequirementChangesNothing() {
        FakeTrack track = rig.track(Map.of("width", 1280));
        MediaTrackSettings before = rig.source.view().values();

        Promise<Void> applied = apply(track, Map.of("zoom", Map.of("exact", 99)));

        assertThat(Rig.failure(applied))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("zoom"));
        assertThat(track.getConstraints().toMap()).isEqualTo(Map.of("width", 1280L));
        assertThat(rig.source.view().values()).isEqualTo(before);
        rig.source.detach(track);
    }

    @Test
    void aCameraThatRefusesLeavesModeAndConstraintsAsBefore() {
        FakeTrack track = rig.track(Map.of());
        device.applyFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: no"));

        Promise<Void> applied = apply(track, Map.of("width", 1280, "zoom", 2));

        assertThat(Rig.failure(applied))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.error()).isEqualTo(ErrorName.OPERATION));
        assertThat(device.session().mode()).contains(FakeDevice.VGA);
        assertThat(rig.source.view().mode()).contains(FakeDevice.VGA);
        assertThat(track.getConstraints()).isEqualTo(MediaTrackConstraints.none());
        rig.source.detach(track);
    }

    @Test
    void aModeThatDoesNotStartLeavesTheOldOne() {
        FakeTrack track = rig.track(Map.of());
        device.brokenMode = Optional.of(FakeDevice.HD);

        Promise<Void> applied = apply(track, Map.of("width", 1280));

        assertThat(Rig.failure(applied)).isInstanceOf(MediaException.class);
        assertThat(device.session().mode()).contains(FakeDevice.VGA);
        rig.source.detach(track);
    }

    @Test
    void theSecondTrackMayNotBreakWhatTheFirstRequires() {
        FakeTrack first = rig.track(Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));
        FakeTrack second = rig.track(Map.of());

        Promise<Void> applied = apply(second, Map.of("width", Map.of("exact", 1280)));

        assertThat(Rig.failure(applied)).isInstanceOf(OverconstrainedException.class);
        assertThat(device.session().mode()).contains(FakeDevice.VGA);
        rig.source.detach(first);
        rig.source.detach(second);
    }

    @Test
    void anotherTrackLearnsOfTheChange() {
        FakeTrack first = rig.track(Map.of());
        FakeTrack second = rig.track(Map.of());

        apply(second, Map.of("width", Map.of("exact", 1280)));

        assertThat(first.events()).containsExactly("configurationchange");
        assertThat(second.events()).isEmpty();
        rig.source.detach(first);
        rig.source.detach(second);
    }

    @Test
    void operationsAreDoneInOrder() {
        FakeTrack track = rig.track(Map.of());
        Promise<Void> first = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 2)));
        Promise<Void> second = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 5)));
        rig.scheduler.settle();

        assertThat(first.isDone() && second.isDone()).isTrue();
        assertThat(device.session().calls()).endsWith("apply {zoom=2.0}", "apply {zoom=5.0}");
        rig.source.detach(track);
    }

    @Test
    void aControlThatOverrunsFailsAndTheSessionIsReplaced() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(device, Jpegs.WHOLE);
        FakeSession old = device.session();
        device.applying.shut();
        Promise<Void> applied = apply(track, Map.of("zoom", 2));

        rig.scheduler.advance(Duration.ofMillis(2001));
        device.applying.open();
        rig.scheduler.settle();

        assertThat(Rig.failure(applied)).hasMessageContaining("apply did not return within 2 s");
        assertThat(old.isOpen()).isFalse();
        assertThat(device.sessions()).hasSize(2);
        rig.deliver(device, Jpegs.WHOLE);
        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void aChangeOfModeThatTakesItsTimeIsNoStall() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(device, Jpegs.WHOLE);
        device.starting.shut();
        Promise<Void> applied = apply(track, Map.of("width", 1280));
        rig.scheduler.advance(Duration.ofSeconds(7));
        device.starting.open();
        rig.scheduler.settle();

        assertThat(applied.isDone()).isTrue();
        assertThat(device.sessions()).hasSize(1);
        rig.deliver(device, Jpegs.WHOLE);
        rig.scheduler.advance(Duration.ofSeconds(1));
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aShutterThatClosesMutesAndOneThatOpensUnmutes() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(device, Jpegs.WHOLE);
        device.session().sink().muted(true);
        rig.scheduler.advance(Duration.ofSeconds(20));
        assertThat(track.events()).containsExactly("mute");

        device.session().sink().muted(false);
        rig.scheduler.settle();
        rig.deliver(device, Jpegs.WHOLE);

        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(device.sessions()).hasSize(1);
        rig.source.detach(track);
    }

    @Test
    void aCameraThatChangesItsModeTellsItsTracks() {
        FakeTrack track = rig.track(Map.of());
        device.session().sink().modeChanged(FakeDevice.HD);
        device.session()
                .sink()
                .controlsChanged(MediaTrackSettings.builder()
                        .with(ConstrainableProperty.ZOOM, 7.0)
                        .build());
        rig.scheduler.settle();

        assertThat(rig.source.view().mode()).contains(FakeDevice.HD);
        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM)).contains(7.0);
        assertThat(track.events()).containsExactly("configurationchange", "configurationchange");
        rig.source.detach(track);
    }

    private Promise<Void> apply(FakeTrack track, Map<String, ?> constraints) {
        Promise<Void> applied = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(constraints));
        rig.scheduler.settle();
        return applied;
    }
}
