// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.osgi.util.promise.Promise;

/** Offers that go, and the end of the core (HS-2, HS-5). */
class CameraSourceClosingTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void anOfferThatGoesIsNotUsedAnyMoreAndNobodyWaitsIfTheCameraIsNotOpenThroughIt() {
        FakeDevice second = rig.plug();
        Offer going = rig.offer(second);
        FakeTrack track = rig.track(Map.of());

        Promise<Void> closed = rig.source.closeFor(offer -> offer == going);
        rig.scheduler.settle();

        assertThat(closed.isDone()).isTrue();
        assertThat(going.isUsable()).isFalse();
        assertThat(rig.offer(first).isUsable()).isTrue();
        assertThat(first.session().isOpen()).isTrue();
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void whoeverTakesAProviderAwayFindsTheTracksMuted() {
        FakeTrack track = rig.track(Map.of());
        Offer going = rig.offer(first);
        List<String> known = new ArrayList<>();

        rig.source.closeFor(offer -> offer == going).onResolve(() -> known.addAll(track.events()));
        rig.scheduler.settle();

        assertThat(known).containsExactly("mute");
        rig.source.detach(track);
    }

    @Test
    void anOfferThatIsUnregisteredWhileTheCameraIsOpenThroughItIsNotUsedAnyMore() {
        FakeTrack track = rig.track(Map.of());
        Offer gone = rig.offer(first);

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(gone.isUsable()).isFalse();
        rig.source.detach(track);
    }

    @Test
    void aLossAfterTheSuccessorHasDeliveredHasAGraceOfItsOwn() {
        FakeTrack track = rig.track(Map.of());
        FakeDevice second = rig.plug();
        rig.unplug(first);
        rig.scheduler.settle();
        for (int seconds = 0; seconds < 10; seconds++) { // longer than the first grace
            rig.deliver(second, Jpegs.WHOLE);
            rig.scheduler.advance(Duration.ofSeconds(1));
        }

        rig.unplug(second);
        rig.scheduler.advance(Duration.ofSeconds(4));

        assertThat(track.events()).containsExactly("mute", "unmute", "mute");
        assertThat(rig.source.view().state()).isEqualTo(CameraState.LOST);
        rig.source.detach(track);
    }

    @Test
    void theEndOfTheCoreClosesTheCameraAndEndsItsTracks() {
        FakeTrack track = rig.track(Map.of());

        Promise<Void> closed = rig.source.shutDown("the core stops");
        assertThat(rig.scheduler.await(closed, Duration.ofMillis(500))).isTrue();
        rig.scheduler.settle();

        assertThat(first.session().isOpen()).isFalse();
        assertThat(track.events()).containsExactly("ended");
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
    }

    @Test
    void theEndOfTheCoreEndsTracksThatWaitForASuccessor() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();

        Promise<Void> closed = rig.source.shutDown("the core stops");
        assertThat(closed.isDone()).as("there is nothing to close").isTrue();
        rig.scheduler.settle();

        assertThat(track.events()).containsExactly("mute", "ended");
    }
}
