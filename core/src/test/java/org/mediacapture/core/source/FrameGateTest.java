// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where frames pass. */
class FrameGateTest {
    @Test
    void anOpenGateLetsFramesPassUntilItIsShut() {
        FrameGate gate = FrameGate.opened();
        assertThat(gate.enter()).isTrue();
        gate.leave();

        assertThat(gate.shut()).as("no frame is on its way").isTrue();

        assertThat(gate.enter()).isFalse();
        assertThat(gate.shut()).as("one that was refused is not on its way").isTrue();
    }

    @Test
    void whoShutsItLearnsOfTheFrameOnItsWay() {
        FrameGate gate = FrameGate.opened();
        gate.enter();

        assertThat(gate.shut()).isFalse();
        gate.leave();

        assertThat(gate.shut()).isTrue();
    }

    @Test
    void aWaitingGateIsOpenedOnceAndNeverAfterItWasShut() {
        FrameGate gate = FrameGate.waiting();
        assertThat(gate.enter()).isFalse();
        assertThat(gate.isWaiting()).isTrue();

        gate.open();
        assertThat(gate.isWaiting()).isFalse();
        assertThat(gate.enter()).isTrue();
        gate.leave();
        gate.shut();
        gate.open();

        assertThat(gate.enter()).isFalse();
    }

    @Test
    void aWaitingGateThatWasShutWaitsNoMore() {
        FrameGate gate = FrameGate.waiting();

        gate.shut();

        assertThat(gate.isWaiting()).isFalse();
    }
}
