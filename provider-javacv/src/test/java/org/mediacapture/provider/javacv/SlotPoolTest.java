// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        SlotPool.Loan<StringBuilder> slot = pool.take().orElseThrow();
        slot.run();

        assertThat(pool.take()).containsSame(slot);
        assertThat(made).hasSize(1);
    }

    @Test
    void thereIsAnEndToBuffers() {
        List<SlotPool.Loan<StringBuilder>> taken = IntStream.range(0, SlotPool.SIZE)
                .mapToObj(i -> pool.take().orElseThrow())
                .toList();

        assertThat(pool.take()).isEmpty();
        taken.get(3).run();
        assertThat(pool.take()).containsSame(taken.get(3));
    }

    @Test
    void aSecondReleaseDoesNothingWhileTheBufferIsIdle() {
        Runnable release = pool.take().orElseThrow();
        release.run();
        release.run();

        assertThat(made.get(0)).hasToString("slot cleared");
        assertThat(pool.take()).isPresent();
        assertThat(pool.take().orElseThrow().buffer()).isSameAs(made.get(1));
    }

    @Test
    void aBufferThatCouldNotBeMadeDoesNotCount() {
        int[] calls = {0};
        SlotPool<String> failing = new SlotPool<>(
                () -> {
                    if (calls[0]++ == 0) {
                        throw new OutOfMemoryError("the first one");
                    }
                    return "slot";
                },
                slot -> {},
                slot -> {});

        assertThatThrownBy(failing::take).isInstanceOf(OutOfMemoryError.class);
        for (int taken = 0; taken < SlotPool.SIZE; taken++) {
            assertThat(failing.take()).isPresent();
        }
        assertThat(failing.take()).isEmpty();
    }

    @Test
    void closingFreesWhatIsThereAndTheReleaseFreesWhatIsLent() {
        SlotPool.Loan<StringBuilder> idle = pool.take().orElseThrow();
        Runnable lent = pool.take().orElseThrow();
        idle.run();

        pool.close();
        assertThat(freed).containsExactly(idle.buffer());
        assertThat(pool.take()).isEmpty();

        lent.run();
        pool.close();
        assertThat(freed).containsExactly(idle.buffer(), made.get(1));
    }
}
