// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** The search for a successor, and what comes with the end of a session. */
class SearchForSuccessorTest {
    private static final CameraException BUSY = new CameraException(CameraException.Reason.BUSY, "fake: in use");

    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void anAttemptThatIsUnderWayWhenTheLastTrackStopsIsNotRepeated() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        FakeDevice second = rig.plug();
        second.opening.shut();
        rig.scheduler.settle();
        assertThat(second.opening.holds()).isTrue();

        rig.source.detach(track);
        second.opening.open();
        rig.scheduler.advance(Duration.ofSeconds(10));

        assertThat(second.sessions()).isEmpty();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
    }

    @Test
    void anOfferThatComesDuringAnAttemptIsTriedAsSoonAsThatFails() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        FakeDevice second = rig.plug();
        second.opening.shut();
        rig.scheduler.settle();
        FakeDevice third = rig.plug();
        rig.scheduler.settle();

        second.openFailure = Optional.of(BUSY);
        second.opening.open();
        rig.scheduler.settle();

        assertThat(rig.source.view().inUse()).contains(rig.offer(third));
        rig.source.detach(track);
    }

    @Test
    void anAttemptOutOfTurnPutsOffTheNextOne() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        FakeDevice second = new FakeDevice();
        rig.scheduler.settle();
        rig.scheduler.advance(Duration.ofMillis(100));
        second.openFailure = Optional.of(BUSY);
        rig.plug(second);
        rig.scheduler.settle();

        second.openFailure = Optional.empty();
        rig.scheduler.advance(Duration.ofMillis(200));
        assertThat(second.sessions()).as("250 ms after the first attempt").isEmpty();
        rig.scheduler.advance(Duration.ofMillis(400));

        assertThat(second.sessions()).as("500 ms after the second").hasSize(1);
        rig.source.detach(track);
    }

    @Test
    void whyACameraEndedIsTheTroubleOfItsOffer() {
        FakeTrack track = rig.track(Map.of());

        first.session().end(EndCause.FINISHED);
        rig.scheduler.settle();

        assertThat(rig.offer(first).trouble()).contains("fake: over");
        assertThat(track.events()).containsExactly("ended");
    }

    @Test
    void whatATrackAskedForIsSettledWhenItEnds() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();
        Promise<Void> applied = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 3)));
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());

        rig.scheduler.advance(Duration.ofSeconds(6));

        assertThat(track.events()).containsExactly("mute", "ended");
        Rig.value(applied);
        assertThat(Rig.failure(photo)).isInstanceOf(TrackEndedException.class);
    }

    @Test
    void anOfferThatGetsStuckWhileItsOldSessionIsClosedIsPassedOver() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        first.closing.shutForGood();
        rig.source.detach(track);
        Promise<FakeTrack> next = rig.attach(Map.of());
        rig.scheduler.advance(Duration.ofSeconds(1));

        FakeTrack opened = Rig.value(next);
        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        assertThat(rig.offer(first).trouble()).contains("abandoned");
        rig.source.detach(opened);
        first.closing.open();
    }

    @Test
    void anOpeningThatOverrunsIsInterrupted() {
        first.opening.shut();
        Promise<FakeTrack> track = rig.attach(Map.of());

        rig.scheduler.advance(Duration.ofSeconds(9));

        assertThat(Rig.failure(track)).hasMessageContaining("within 8 s");
        assertThat(first.opening.holds()).isFalse();
        assertThat(rig.offer(first).isUsable()).isTrue();
    }

    @Test
    void theFirstFrameAndTheNextHaveDeadlinesOfTheirOwn() {
        rig.deadlines = deadlines(Duration.ofSeconds(9), Duration.ofSeconds(3), Duration.ZERO);
        FakeTrack track = rig.track(Map.of());
        rig.scheduler.advance(Duration.ofMillis(8900));
        assertThat(track.isLive()).as("the first frame may take long").isTrue();

        rig.deliver(first, Jpegs.WHOLE);
        rig.scheduler.advance(Duration.ofMillis(2900));
        assertThat(track.isLive()).isTrue();
        rig.scheduler.advance(Duration.ofMillis(200));

        assertThat(track.isLive()).as("it stalls").isFalse();
    }

    private static Deadlines deadlines(Duration firstFrame, Duration stall, Duration grace) {
        Deadlines usual = Deadlines.DEFAULT;
        return new Deadlines(usual.open(), firstFrame, stall, usual.control(), usual.photo(), usual.close(), grace);
    }
}
