// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.Seeds;

/**
 * Applications, cameras, providers, faults, an operator, and a core that may stop, in any interleaving: whatever happens, the
 * rules hold. A seed that failed is played again by running it. Who changes what histories are made of looks, on a core with that defect,
 * for seeds that fail now.
 */
class CoreSimulationTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @Rule({"GUM-21", "GUM-19", "TRK-9", "TRK-12", "IC-19"})
    void theRulesHoldWhateverHappens(Seeds seeds) {
        seeds.play(seed -> new History(seed).play());
    }

    static List<Seeds> seeds() {
        return Seeds.usual(2000, 119, 380, 1781, 1867, 4019, 4941, 5192, 9102, 10758, 17588, 66455);
    }
}
