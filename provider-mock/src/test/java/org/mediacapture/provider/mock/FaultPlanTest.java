// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {
    @Test
    void readsFaultsOfCallsAndOfTheStream() {
        FaultPlan plan = FaultSyntax.parse(List.of("open-busy", "close-blocks", "apply-fails=2", "ends-after=10"));
        assertThat(plan.fault(FaultPlan.Call.OPEN)).hasValue(new FaultPlan.Fault(FaultPlan.Kind.BUSY, Long.MAX_VALUE));
        assertThat(plan.fault(FaultPlan.Call.CLOSE))
                .hasValue(new FaultPlan.Fault(FaultPlan.Kind.BLOCKS, Long.MAX_VALUE));
        assertThat(plan.fault(FaultPlan.Call.APPLY)).hasValue(new FaultPlan.Fault(FaultPlan.Kind.FAILS, 2));
        assertThat(plan.fault(FaultPlan.Call.START)).isEmpty();
        assertThat(plan.stream().ending()).hasValue(new StreamFaults.Ending(StreamFaults.Kind.ENDS, 10));
        assertThat(plan.stream().noFrames()).isFalse();
        assertThat(FaultSyntax.parse(List.of("no-frames")).stream().noFrames()).isTrue();
        assertThat(FaultSyntax.parse(List.of())).isEqualTo(FaultPlan.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open-explodes",
                "close-fails",
                "nonsense",
                "ends-after",
                "Open-fails",
                "open",
                "no-frames=3",
                "unplugs-after",
                "drops-every",
                "open-takes",
                "takes=3"
            })
    void anUnknownFaultIsRefusedAndTheMessageNamesWhatIsAccepted(String name) {
        assertThatThrownBy(() -> FaultSyntax.parse(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faults: \"" + name + "\"")
                .hasMessageContaining("open-(fails|busy|denied|lost|blocks|hangs)")
                .hasMessageContaining("close-(blocks|hangs)")
                .hasMessageContaining("no-frames")
                .hasMessageContaining("(open|start|stop|settings|apply|photo|close)-takes=MILLISECONDS")
                .hasMessageContaining("apply-fails-on=CONTROL")
                .hasMessageContaining("(ends|unplugs|stalls)-after=N")
                .hasMessageContaining("drops-every=N, corrupts-every=N");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ends-after=0",
                "ends-after=-1",
                "ends-after=x",
                "open-fails=0",
                "open-fails=",
                "open-takes=1.5",
                "drops-every=0",
                "corrupts-every=-2",
                "stalls-after=soon",
                "unplugs-after="
            })
    void aCountIsAWholeNumberOfAtLeastOne(String name) {
        assertThatThrownBy(() -> FaultSyntax.parse(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("a whole number of at least 1");
    }

    @Test
    void aCallHasOneFault() {
        assertThatThrownBy(() -> FaultSyntax.parse(List.of("open-fails", "open-busy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"open-busy\" is a second fault of open");
    }

    @Test
    void readsTheOtherFaults() {
        FaultPlan plan = FaultSyntax.parse(List.of(
                "open-takes=2500",
                "open-lost=1",
                "apply-fails-on=zoom",
                "apply-fails-on=torch",
                "stalls-after=7",
                "drops-every=4",
                "corrupts-every=5"));
        assertThat(plan.delay(FaultPlan.Call.OPEN)).hasValue(2500L);
        assertThat(plan.fault(FaultPlan.Call.OPEN)).hasValue(new FaultPlan.Fault(FaultPlan.Kind.LOST, 1));
        assertThat(plan.refused()).containsExactly(MockControl.ZOOM, MockControl.TORCH);
        assertThat(plan.stream())
                .isEqualTo(new StreamFaults(
                        false, Optional.of(new StreamFaults.Ending(StreamFaults.Kind.STALLS, 7)), 4, 5));
    }

    @Test
    void aStreamHasOneEndAndACallOneDuration() {
        assertThatThrownBy(() -> FaultSyntax.parse(List.of("ends-after=3", "unplugs-after=4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("faults: \"unplugs-after=4\" is a second end of the stream; one is accepted");
        assertThatThrownBy(() -> FaultSyntax.parse(List.of("photo-takes=3", "photo-takes=4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a second duration of photo");
    }

    @Test
    void aControlThatCannotBeSetIsNamed() {
        assertThatThrownBy(() -> FaultSyntax.parse(List.of("apply-fails-on=gain")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"apply-fails-on=gain\" must have one of these after the =: whiteBalanceMode");
    }

    @Test
    void theLastFrameOfEachSoManyIsMissing() {
        StreamFaults faults = new StreamFaults(false, Optional.empty(), 3, 0);
        assertThat(LongStream.range(0, 9).filter(faults::drops)).containsExactly(2L, 5L, 8L);
        assertThat(LongStream.range(0, 9).filter(faults::corrupts)).isEmpty();
    }
}
