// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .contains(Map.of("a", 1280L, "b", 0.5, "c", List.of(Map.of("d", true))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{width:1280}", "{'width':1280}", "[1]", "{\"a\":1} x", "{\"a\":1", "", "null", "{\"a\":NaN}"})
    void whatIsNoJsonObjectIsNone(String text) {
        assertThat(Json.object(text)).isEmpty();
    }
}
