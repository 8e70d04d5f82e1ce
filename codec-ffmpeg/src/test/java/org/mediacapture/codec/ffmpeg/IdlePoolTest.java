// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdlePoolTest {
    private final List<String> freed = new ArrayList<>();
    private final IdlePool<String, Thing> pool = new IdlePool<>(10);

    private record Thing(String kind, long weight, List<String> freed) implements IdlePool.Reusable<String> {
        @Override
        public void free() {
            freed.add(kind);
        }
    }

    @Test
    void whatComesBackIsUsedAgainByOneUserAtATime() {
        Thing first = take("a", 1);
        Thing second = take("a", 1);
        assertThat(first).isNotSameAs(second);
        pool.give(first);

        assertThat(take("a", 1)).isSameAs(first);
        assertThat(pool.made()).isEqualTo(2);
        take("b", 1);
        assertThat(pool.made()).isEqualTo(3);
    }

    @Test
    void theOldestAreFreedWhereAllTogetherWeighTooMuch() {
        Thing first = take("a", 4);
        Thing second = take("b", 4);
        Thing third = take("c", 4);
        pool.give(first);
        pool.give(second);
        pool.give(third);

        assertThat(freed).containsExactly("a");
        assertThat(pool.weight()).isEqualTo(8);
        pool.give(take("d", 11));
        assertThat(freed).containsExactly("a", "d");
        pool.give(take("e", 10));
        assertThat(freed).containsExactly("a", "d", "b", "c");
    }

    @Test
    void whatFailedIsNotUsedAgain() {
        assertThatThrownBy(() -> pool.use("a", kind -> new Thing(kind, 1, freed), thing -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(freed).containsExactly("a");
        assertThat(pool.weight()).isZero();
    }

    @Test
    void closingFreesWhatIsIdleAndLaterWhatIsInUse() {
        Thing used = take("used", 1);
        pool.give(take("idle", 1));

        pool.close();
        assertThat(freed).containsExactly("idle");
        pool.give(used);
        assertThat(freed).containsExactly("idle", "used");
        pool.close();
        assertThat(freed).hasSize(2);
    }

    private Thing take(String kind, long weight) {
        return pool.take(kind, made -> new Thing(made, weight, freed));
    }
}
