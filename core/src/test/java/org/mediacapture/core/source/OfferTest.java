// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;

/** Offers of one camera. */
class OfferTest {
    @Test
    void theHighestRankingIsTheBestAndThenTheLowestServiceId() {
        Offer low = offer(0, 1);
        Offer late = offer(5, 3);
        Offer early = offer(5, 2);

        assertThat(Stream.of(low, late, early).sorted(Offer.BEST_FIRST)).containsExactly(early, late, low);
    }

    @Test
    void inMessagesItIsTheAddressAndTheProvider() {
        assertThat(offer(0, 1)).hasToString("fake:door (fake)");
    }

    @Test
    void anAbandonedCallIsCountedAndMakesItUnusableUntilItReturns() {
        Offer offer = offer(0, 1);

        offer.callAbandoned("open did not return");
        assertThat(offer.abandonedCalls()).isEqualTo(1);
        assertThat(offer.isUsable()).isFalse();
        assertThat(offer.trouble()).isEqualTo("open did not return");

        offer.abandonedCallReturned("open did not return");
        assertThat(offer.abandonedCalls()).isZero();
        assertThat(offer.isUsable()).isTrue();
        assertThat(offer.trouble()).isEqualTo("open did not return; it has returned since");
    }

    @Test
    void whoWaitsForItIsToldOfEachAbandonedCallAndWhenTheLastOneReturns() {
        Offer offer = offer(0, 1);
        AtomicInteger told = new AtomicInteger();
        offer.onUsabilityChange(told::incrementAndGet);
        offer.callAbandoned("open");
        offer.callAbandoned("close");
        assertThat(told).hasValue(2);

        offer.abandonedCallReturned("open");
        assertThat(told).hasValue(2);
        offer.abandonedCallReturned("close");

        assertThat(told).hasValue(3);
    }

    private static Offer offer(int ranking, long serviceId) {
        return Rig.offer(new FakeDevice(), "fake", "fake:door", ranking, serviceId);
    }
}
