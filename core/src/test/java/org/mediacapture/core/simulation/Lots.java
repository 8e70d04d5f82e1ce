// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Actions of which one is drawn at a time, some more often than others. */
final class Lots {
    private final Random random;
    private final List<Runnable> lots = new ArrayList<>();

    Lots(Random random) {
        this.random = random;
    }

    /**
     * Adds an action.
     *
     * @param weight how often it is drawn, by comparison
     */
    Lots add(int weight, Runnable action) {
        for (int lot = 0; lot < weight; lot++) {
            lots.add(action);
        }
        return this;
    }

    /** Does one of them. */
    void draw() {
        lots.get(random.nextInt(lots.size())).run();
    }
}
