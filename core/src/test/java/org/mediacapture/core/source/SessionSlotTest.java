// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Current;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Promise;

/** The place of the one session of a camera. */
class SessionSlotTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Strand strand = new Strand(scheduler);
    private final FakeDevice device = new FakeDevice();
    private final Offer offer = Rig.offer(device, "fake", "fake:door", 0, 1);
    private final SessionSlot slot =
            new SessionSlot("door", () -> List.of(offer), scheduler, strand, () -> Deadlines.DEFAULT, new Deaf());

    @AfterEach
    void nothingIsLeft() {
        slot.close();
        scheduler.advance(Duration.ofSeconds(60));
        device.sessions().forEach(session -> assertThat(session.isOpen()).isFalse());
    }

    @Test
    void nothingStreamsWhileTheCameraIsOpened() {
        device.opening.shut();
        bringUp();
        scheduler.settle();

        assertThat(slot.session()).isPresent();
        assertThatThrownBy(slot::streaming)
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("door: the camera is closed");
    }

    @Test
    void nothingStreamsWhenItIsClosed() {
        assertThatThrownBy(slot::streaming).hasMessageContaining("door: the camera is closed");
    }

    @Test
    void anAttemptThatWasClosedBeforeItOpenedComesTooLateAlsoForTheNextOne() {
        Promise<Startup> early = bringUp();
        slot.close();
        Promise<Startup> late = bringUp();
        scheduler.settle();

        assertThat(Rig.failure(early))
                .isInstanceOf(SessionLostException.class)
                .hasMessageContaining("nobody waits for the camera any more");
        Rig.value(late);
        assertThat(device.sessions()).hasSize(1);
    }

    @Test
    void aSessionThatCouldNotBeOpenedIsForgotten() {
        device.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: in use"));
        Promise<Startup> attempt = bringUp();
        scheduler.settle();

        assertThat(Rig.failure(attempt)).hasMessageContaining("in use");
        assertThat(slot.session()).isEmpty();
    }

    @Test
    void theTroubleOfAnOfferIsOverWhenItWorks() {
        offer.trouble("fake: in use");
        bringUp();
        scheduler.settle();

        assertThat(slot.streaming().offer()).isSameAs(offer);
        assertThat(offer.trouble()).isEmpty();
    }

    private Promise<Startup> bringUp() {
        return slot.bringUp(
                opened -> ConstraintSolver.select(
                        opened.space(new Perspective(MediaTrackSettings.empty(), true)),
                        Current.NONE,
                        MediaTrackConstraints.fromMap(Map.of()),
                        List.of()),
                () -> {});
    }
}
