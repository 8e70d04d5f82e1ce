// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void wholeNumbersHaveNoFraction() {
        assertThat(Json.print(List.of(30.0, 0.1, -2.0, 1e300, 7L)).replaceAll("\\s", ""))
                .isEqualTo("[30,0.1,-2,1.0E300,7]");
    }

    @Test
    void aDocumentOfAStreamIsOneLine() {
        assertThat(Json.line(Map.of("a", List.of(30.0, "two\nlines")))).isEqualTo("{\"a\":[30,\"two\\nlines\"]}");
    }

    @Test
    void textIsNotEscapedForHtml() {
        assertThat(Json.print(Map.of("url", "http://h/x?a=1&b='2'"))).contains("http://h/x?a=1&b='2'");
    }

    @Test
    void numbersOfAnObjectAreLongOrDouble() {
        assertThat(Json.object("{\"a\":1280,\"b\":0.5,\"c\":[{\"d\":true}]}"))
                .isEqualTo(Map.of("a", 1280L, "b", 0.5, "c", List.of(Map.of("d", true))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{width:1280} | malformed JSON at line 1 column 3",
                "{'width':1280} | malformed JSON at line 1 column 3",
                "[1] | Expected BEGIN_ARRAY but was NUMBER at line 1 column 3",
                "{\"a\":1} x | malformed JSON at line 1 column 10",
                "{\"a\":1} 2 | malformed JSON at line 1 column 10",
                "{\"a\":1 | End of input at line 1 column 7",
                "{\"a\":1,\"a\":2} | duplicate key: a at line 1 column 13",
                "{\"a\":1e400} | JSON forbids NaN and infinities: Infinity at line 1 column 11",
                "`` | there is none at line 1 column 1",
                "null | there is none at line 1 column 5",
            })
    void whatIsNoJsonObjectIsRefusedWithReasonAndPlace(String text, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object(text)).withMessage(reason);
    }
}
