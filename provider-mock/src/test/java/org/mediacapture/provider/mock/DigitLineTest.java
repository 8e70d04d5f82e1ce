// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitLineTest {
    private static final PictureLayout LAYOUT = new PictureLayout(640, 480);
    private static final StrokeFont FONT = new StrokeFont(18);

    @ParameterizedTest
    @CsvSource({
        "0,0:00:00.000",
        "12400000000,0:00:12.400",
        "3723004999999,1:02:03.004",
        "86399999000000,23:59:59.999",
        "3599999999000000,999:59:59.999"
    })
    void writesTimeAsHoursMinutesSecondsAndMilliseconds(long nanos, String text) {
        DigitLine line = line();
        line.clear();
        line.putTime(nanos);
        assertThat(shown(line)).isEqualTo(String.format("%-13s", text));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "372,372", "4294967295,4294967295", "12345678901234,2345678901234"})
    void writesNumbersAtTheRightEnd(long number, String text) {
        DigitLine line = line();
        line.clear();
        line.putNumber(number);
        assertThat(shown(line)).isEqualTo(String.format("%13s", text));
    }

    @Test
    void everySignLooksDifferent() {
        String letters = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ:.,-_+/#()×? ";
        for (int i = 0; i < letters.length(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(FONT.letter(letters.charAt(i), 0, 255))
                        .as("%s and %s", letters.charAt(i), letters.charAt(j))
                        .isNotEqualTo(FONT.letter(letters.charAt(j), 0, 255));
            }
        }
    }

    @Test
    void smallLettersLookLikeCapitalsAndUnknownSignsLikeAQuestionMark() {
        assertThat(FONT.letter('q', 0, 255)).isEqualTo(FONT.letter('Q', 0, 255));
        assertThat(FONT.letter('ß', 0, 255)).isEqualTo(FONT.letter('S', 0, 255));
        assertThat(FONT.letter('€', 0, 255)).isEqualTo(FONT.letter('?', 0, 255));
    }

    private static DigitLine line() {
        return new DigitLine(FONT, DigitLine.letters(FONT, 20, 240), 16, 100, 13);
    }

    /** Reads the line back by comparing what is seen with every letter. */
    private static String shown(DigitLine line) {
        Picture picture = Pictures.blank(LAYOUT);
        line.draw(picture, 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            byte[] seen = new byte[FONT.width() * FONT.height()];
            for (int y = 0; y < FONT.height(); y++) {
                picture.luma().get((100 + y) * 640 + 16 + i * FONT.width(), seen, y * FONT.width(), FONT.width());
            }
            text.append((char) "0123456789:. "
                    .chars()
                    .filter(letter -> Arrays.equals(FONT.letter((char) letter, 20, 240), seen))
                    .findFirst()
                    .orElse('!'));
        }
        return text.toString();
    }
}
