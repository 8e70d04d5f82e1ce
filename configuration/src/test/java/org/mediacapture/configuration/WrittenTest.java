// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private static final String PID = "org.example";

    @Test
    void aTimeBeyondItsBoundsIsRefusedByName() {
        Written written = new Written(PID, Map.of("pause", 5L));

        assertThat(written.milliseconds("pause", 5, () -> 5)).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written.milliseconds("pause", 6, () -> 5))
                .withMessage("org.example: pause: 5 ms is not accepted; 6 to 86400000 ms are");
    }

    @Test
    void whatIsNoNumberIsRefusedAsItWasWritten() {
        Written written = new Written(PID, Map.of("ranking", "high"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> written.number("ranking", () -> Integer.parseInt("high")))
                .withMessage("org.example: ranking: \"high\" is not accepted; -2147483648 to 2147483647 is");
    }

    @Test
    void whatIsNoTruthValueIsRefusedAlthoughDsTakesItForFalse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Written(PID, Map.of("loop", "maybe")).flag("loop", () -> false))
                .withMessage("org.example: loop: \"maybe\" is not accepted; true or false is");
        assertThat(new Written(PID, Map.of("loop", "TRUE")).flag("loop", () -> true))
                .isTrue();
        assertThat(new Written(PID, Map.of("loop", false)).flag("loop", () -> false))
                .isFalse();
        assertThat(new Written(PID, Map.of()).flag("loop", () -> true)).isTrue();
    }

    /** What DS makes of them is told beside each. */
    @Test
    void aNumberOfWhichDsWouldTakeOnlyAPartIsRefused() {
        refuses(1.9, 1);
        refuses(Double.NaN, 0);
        refuses(4_294_967_301L, 5);
        refuses(true, 1);
        refuses(List.of(), 0);
        refuses(new Long[] {7L, 8L}, 7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pause(new long[] {7, 8}, 7))
                .withMessage("org.example: pause: \"[7, 8]\" is not accepted; 0 to 86400000 ms are");
    }

    @Test
    void aNumberOfAnotherTypeIsAcceptedWhereItIsTheSame() {
        assertThat(pause(7.0, 7)).isEqualTo(7);
        assertThat(pause(7, 7)).isEqualTo(7);
        assertThat(pause("7", 7)).isEqualTo(7);
        assertThat(pause("+7", 7)).isEqualTo(7);
    }

    private static void refuses(Object value, long made) {
        assertThatIllegalArgumentException().as("%s", value).isThrownBy(() -> pause(value, made));
    }

    private static long pause(Object value, long made) {
        return new Written(PID, Map.of("pause", value)).milliseconds("pause", 0, () -> made);
    }

    @Test
    void aTruthValueThatDsWouldReadOtherwiseIsRefused() {
        for (Object wrong : List.of("true ", 1, new String[] {"no"}, new boolean[] {true, false})) {
            assertThatIllegalArgumentException()
                    .as("%s", wrong)
                    .isThrownBy(() -> new Written(PID, Map.of("loop", wrong)).flag("loop", () -> false))
                    .withMessageContaining("true or false is");
        }
    }

    @Test
    void severalValuesAreRefusedWhereOneIsMeantAndNotTold() {
        Written written = new Written(
                PID, Map.of("name", "door", "password", new String[] {"secret", "other"}, "url", List.of("a", "b")));

        written.single("name", "label");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written.single("password"))
                .withMessage("org.example: password: a list is not accepted; one text is");
        assertThatIllegalArgumentException().isThrownBy(() -> written.single("name", "url"));
    }

    @Test
    void aRefusalWithoutAMessageIsARefusalToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Written(PID, Map.of()).named(() -> {
                    throw new IllegalArgumentException();
                }));
    }

    @Test
    void thePidIsNamedOnce() {
        Written written = new Written(PID, Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> written.named(() -> fail("modes: none")))
                .withMessage("org.example: modes: none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written.named(() -> fail("org.example: modes: none")))
                .withMessage("org.example: modes: none");
    }

    private static String fail(String message) {
        throw new IllegalArgumentException(message);
    }
}
