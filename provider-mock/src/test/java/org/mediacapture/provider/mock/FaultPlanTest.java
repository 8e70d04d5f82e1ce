// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {
    @Test
    void readsFaultsOfCallsAndOfTheStream() {
        FaultPlan plan = FaultPlan.of(List.of("open-busy", "close-blocks", "apply-fails=2", "ends-after=10"));
        assertThat(plan.fault(FaultPlan.Call.OPEN)).hasValue(new FaultPlan.Fault(FaultPlan.Kind.BUSY, Long.MAX_VALUE));
        assertThat(plan.fault(FaultPlan.Call.CLOSE))
                .hasValue(new FaultPlan.Fault(FaultPlan.Kind.BLOCKS, Long.MAX_VALUE));
        assertThat(plan.fault(FaultPlan.Call.APPLY)).hasValue(new FaultPlan.Fault(FaultPlan.Kind.FAILS, 2));
        assertThat(plan.fault(FaultPlan.Call.START)).isEmpty();
        assertThat(plan.endsAfter()).hasValue(10);
        assertThat(plan.noFrames()).isFalse();
        assertThat(FaultPlan.of(List.of("no-frames")).noFrames()).isTrue();
        assertThat(FaultPlan.of(List.of())).isEqualTo(FaultPlan.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"open-explodes", "close-fails", "nonsense", "ends-after", "Open-fails", "open", "no-frames=3"})
    void anUnknownFaultIsRefusedAndTheMessageNamesWhatIsAccepted(String name) {
        assertThatThrownBy(() -> FaultPlan.of(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faults: \"" + name + "\"")
                .hasMessageContaining("open-(fails|busy|denied|lost|blocks|hangs)")
                .hasMessageContaining("close-(blocks|hangs)")
                .hasMessageContaining("no-frames")
                .hasMessageContaining("ends-after=N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends-after=0", "ends-after=-1", "ends-after=x", "open-fails=0", "open-fails="})
    void aCountIsAWholeNumberOfAtLeastOne(String name) {
        assertThatThrownBy(() -> FaultPlan.of(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("a whole number of at least 1");
    }

    @Test
    void aCallHasOneFault() {
        assertThatThrownBy(() -> FaultPlan.of(List.of("open-fails", "open-busy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"open-busy\" is a second fault of open");
    }
}
