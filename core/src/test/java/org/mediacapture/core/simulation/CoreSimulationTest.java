// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.Seeds;

/**
 * Applications, cameras, providers, faults, an operator, and a core that may stop, in any interleaving: whatever happens, the
 * rules hold. A seed that failed is played again by running it.
 */
class CoreSimulationTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @Rule({"GUM-21", "GUM-19", "TRK-9", "TRK-12", "IC-19"})
    void theRulesHoldWhateverHappens(Seeds seeds) {
        seeds.play(seed -> new History(seed).play());
    }

    static List<Seeds> seeds() {
        return Seeds.usual(2000, 1294, 2395, 14047, 18659);
    }
}
