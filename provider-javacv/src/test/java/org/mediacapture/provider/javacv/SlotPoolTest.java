// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotPoolTest {
    private final List<StringBuilder> made = new ArrayList<>();
    private final List<StringBuilder> freed = new ArrayList<>();
    private final SlotPool<StringBuilder> pool =
            new SlotPool<>(this::make, slot -> slot.append(" cleared"), slot -> freed.add(slot.append(" freed")));

    private StringBuilder make() {
        made.add(new StringBuilder("slot"));
        return made.get(made.size() - 1);
    }

    @Test
    void buffersAreMadeWhenNeededAndUsedAgain() {
        StringBuilder slot = pool.take().orElseThrow();
        pool.giveBack(slot);

        assertThat(pool.take()).containsSame(slot);
        assertThat(made).hasSize(1);
    }

    @Test
    void thereIsAnEndToBuffers() {
        IntStream.range(0, SlotPool.SIZE).forEach(i -> assertThat(pool.take()).isPresent());

        assertThat(pool.take()).isEmpty();
        pool.giveBack(made.get(3));
        assertThat(pool.take()).containsSame(made.get(3));
    }

    @Test
    void aSecondReleaseDoesNothing() {
        Runnable release = pool.lease(pool.take().orElseThrow());
        release.run();
        release.run();

        assertThat(made.get(0)).hasToString("slot cleared");
        assertThat(pool.take()).isPresent();
        assertThat(pool.take().orElseThrow()).isSameAs(made.get(1));
    }

    @Test
    void closingFreesWhatIsThereAndTheReleaseFreesWhatIsLent() {
        StringBuilder idle = pool.take().orElseThrow();
        Runnable lent = pool.lease(pool.take().orElseThrow());
        pool.giveBack(idle);

        pool.close();
        assertThat(freed).containsExactly(idle);
        assertThat(pool.take()).isEmpty();

        lent.run();
        pool.close();
        assertThat(freed).containsExactly(idle, made.get(1));
    }
}
