// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void aCameraThatIsPluggedInAgainGoesToTheProviderThatItHadAlsoIfAnotherIsFaster() {
        FakeTrack track = rig.track(Map.of());
        pullOut();

        FakeDevice faster = rig.plug();
        rig.scheduler.advance(Duration.ofMillis(499));
        FakeDevice again = new FakeDevice();
        rig.plug(again, "fake1");
        rig.unplug(faster); // of a lower ranking in life, where the first one is asked first
        rig.scheduler.settle();

        assertThat(faster.sessions()).isEmpty();
        assertThat(again.sessions()).hasSize(1);
        rig.source.detach(track);
    }

    @Test
    void aCameraThatIsPluggedInAgainAndOfferedByAnotherProviderAloneGoesToThatOne() {
        FakeTrack track = rig.track(Map.of());
        pullOut();

        FakeDevice other = rig.plug();
        rig.scheduler.advance(Duration.ofMillis(499));
        assertThat(other.sessions()).isEmpty();
        rig.scheduler.advance(Duration.ofMillis(1));

        assertThat(other.sessions()).hasSize(1);
        rig.source.detach(track);
    }

    /** The session ends, the camera cannot be opened any more, and then its service goes. */
    private void pullOut() {
        first.openFailure = Optional.of(new CameraException(CameraException.Reason.LOST, "fake: is unplugged"));
        first.session().end(EndCause.UNPLUGGED);
        rig.scheduler.settle();
        rig.unplug(first);
        rig.scheduler.settle();
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
    void aCameraThatCannotBeReachedIsAskedAfterPausesThatDouble() {
        rig.deadlines = deadlines(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(1));
        FakeTrack track = delivering();
        first.openFailure = Optional.of(BUSY);
        first.session().end(EndCause.LOST);

        List<Integer> attempts = new ArrayList<>();
        for (int second = 0; second < 40; second++) {
            rig.scheduler.advance(Duration.ofSeconds(1));
            attempts.add(first.openings);
        }

        // at 0, 0.25, 0.75, 1.75, 3.75, 7.75, and every 8 s from there
        assertThat(attempts.subList(0, 10)).containsExactly(4, 5, 5, 6, 6, 6, 6, 7, 7, 7);
        assertThat(attempts.get(16)).isEqualTo(8);
        assertThat(attempts.get(39)).isEqualTo(11);
        assertThat(track.events()).containsExactly("mute");

        rig.scheduler.advance(Duration.ofSeconds(21));
        assertThat(track.events()).containsExactly("mute", "ended");
    }

    @Test
    void aCameraThatDeliversOneFrameEachTimeIsAskedMoreAndMoreSeldom() {
        FakeTrack track = delivering();
        int before = first.openings;

        for (int tenth = 0; tenth < 100; tenth++) {
            if (rig.source.view().state() == CameraState.STREAMING) {
                rig.deliver(first, Jpegs.WHOLE);
                first.session().end(EndCause.LOST);
                rig.scheduler.settle();
            }
            rig.scheduler.advance(Duration.ofMillis(100));
        }

        assertThat(first.openings - before).as("openings in 10 s").isBetween(5, 8);
        assertThat(track.isLive()).isTrue();
        rig.source.detach(track);
    }

    @Test
    void aCameraThatHasDeliveredForAWhileIsAskedAtOnceAgain() {
        FakeTrack track = delivering();
        for (int loss = 0; loss < 3; loss++) {
            first.session().end(EndCause.LOST);
            rig.scheduler.advance(Duration.ofSeconds(3));
            rig.deliver(first, Jpegs.WHOLE);
        }
        for (int second = 0; second < 11; second++) {
            rig.scheduler.advance(Duration.ofSeconds(1));
            rig.deliver(first, Jpegs.WHOLE);
        }
        int before = first.openings;

        first.session().end(EndCause.LOST);
        rig.scheduler.settle();

        assertThat(first.openings).isEqualTo(before + 1);
        rig.source.detach(track);
    }

    @Test
    void aProviderThatGoesIsReplacedAtOnceHoweverOften() {
        FakeTrack track = delivering();
        FakeDevice second = rig.plug();
        rig.unplug(first);
        rig.scheduler.settle();
        rig.deliver(second, Jpegs.WHOLE);
        FakeDevice third = rig.plug();

        rig.unplug(second);
        rig.scheduler.settle();

        assertThat(rig.source.view().inUse()).contains(rig.offer(third));
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

    private FakeTrack delivering() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(first, Jpegs.WHOLE);
        return track;
    }

    private static Deadlines deadlines(Duration firstFrame, Duration stall, Duration grace) {
        Deadlines usual = Deadlines.DEFAULT;
        return new Deadlines(usual.open(), firstFrame, stall, usual.control(), usual.photo(), usual.close(), grace);
    }
}
