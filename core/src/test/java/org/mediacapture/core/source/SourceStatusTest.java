// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;

/** Operators are told what they can see. */
class SourceStatusTest {
    private final List<SourceView> told = new ArrayList<>();
    private final SourceStatus status = new SourceStatus(this::note);

    @Test
    void operatorsAreToldOfANewState() {
        SourceView opening = SourceView.IDLE.in(CameraState.OPENING, "");

        status.show(opening);

        assertThat(told).containsExactly(opening);
    }

    @Test
    void operatorsAreToldOfANewCauseOfTheSameState() {
        status.show(SourceView.IDLE.in(CameraState.LOST, "unplugged"));
        SourceView stalled = SourceView.IDLE.in(CameraState.LOST, "stalled");

        status.show(stalled);

        assertThat(told).hasSize(2).endsWith(stalled);
    }

    @Test
    void operatorsAreToldOfAnotherProvider() {
        status.show(streaming(offer(1)));
        SourceView other = streaming(offer(2));

        status.show(other);

        assertThat(told).hasSize(2).endsWith(other);
    }

    @Test
    void operatorsAreNotToldWhatTheCameraIsSetTo() {
        SourceView streaming = streaming(offer(1));
        status.show(streaming);
        SourceView zoomed = streaming.set(
                Optional.of(FakeDevice.HD),
                MediaTrackSettings.builder()
                        .with(ConstrainableProperty.ZOOM, 2.0)
                        .build());

        status.show(zoomed);

        assertThat(told).containsExactly(streaming);
        assertThat(status.view()).isEqualTo(zoomed);
    }

    private void note() {
        told.add(status.view());
    }

    @Test
    void whatAnEndedTrackRemembersHoldsNoProvider() {
        SourceView view = streaming(offer(1));

        assertThat(view.remembered().inUse()).isEmpty();
        assertThat(view.remembered().mode()).isEqualTo(view.mode());
        assertThat(view.remembered().state()).isEqualTo(view.state());
    }

    private static Offer offer(int number) {
        return Rig.offer(new FakeDevice(), "fake" + number, "fake:door", 0, number);
    }

    private static SourceView streaming(Offer offer) {
        SourceView idle = SourceView.IDLE;
        return new SourceView(
                CameraState.STREAMING,
                "",
                Optional.of(offer),
                idle.modes(),
                idle.controls(),
                Optional.of(FakeDevice.VGA),
                idle.values(),
                idle.steered(),
                idle.photoMode(),
                idle.still(),
                idle.photoCapabilities());
    }
}
