// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.shell.picture.Encoder.Place;

class CharacterFormsTest {
    private static final Place PLACE = new Place(40, 15, 0);

    @Test
    void blocksOf24BitsAreThePictureItself() {
        Pixels picture = TestPicture.gradient(40, 30);

        Pixels shown = TerminalText.blocks(Form.BLOCKS.encoder().encode(picture, PLACE));

        assertThat(TestPicture.farthest(shown, picture)).isZero();
    }

    @Test
    void blocksTellAColourOnlyWhereItChanges() {
        String text = Form.BLOCKS.encoder().encode(TestPicture.plain(40, 2, 0x123456), PLACE);

        assertThat(text).isEqualTo("\033[48;2;18;52;86m" + " ".repeat(40) + "\033[0m\n");
    }

    @Test
    void blocksOf256ColoursShowTheNearestOfThem() {
        Pixels picture = TestPicture.gradient(40, 30);

        Pixels shown = TerminalText.blocks(Form.BLOCKS256.encoder().encode(picture, PLACE));

        // Half of the widest step, from 0 to 95.
        assertThat(TestPicture.farthest(shown, picture)).isLessThanOrEqualTo(48).isPositive();
    }

    @Test
    void noColourOfTheTerminalIsNearerThanTheOneThatIsShown() {
        int[] palette = IntStream.range(0, 256)
                .map(code -> code < 16 ? -1 : palette(code))
                .toArray();
        for (int rgb = 0; rgb < 0x1000000; rgb += 4099) {
            int wanted = rgb;
            int nearest = IntStream.rangeClosed(16, 255)
                    .map(code -> distance(palette[code], wanted))
                    .min()
                    .orElseThrow();
            assertThat(distance(palette[Colours.PALETTE.code(rgb)], rgb))
                    .as("%06x", rgb)
                    .isEqualTo(nearest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xFFFFFF, 0xFF0000, 0x5F87AF, 0x080808, 0xEEEEEE, 0x767676})
    void aColourOfTheTerminalIsShownAsItself(int colour) {
        String text = Form.BLOCKS256.encoder().encode(TestPicture.plain(1, 2, colour), PLACE);

        assertThat(TerminalText.blocks(text).at(0, 1)).isEqualTo(colour);
    }

    @Test
    void lettersAreInTheOrderOfBrightness() {
        int[] greys = IntStream.range(0, 256).map(level -> level * 0x010101).toArray();

        String text = Form.ASCII.encoder().encode(new Pixels(256, 1, greys), new Place(256, 1, 0));

        assertThat(text).matches(" +\\.+:+-+=+\\++\\*+#+%+@+\n").startsWith(" ").hasSize(257);
    }

    @Test
    void lettersTakeGreenForBrighterThanRedAndRedForBrighterThanBlue() {
        String text = Form.ASCII.encoder().encode(new Pixels(3, 1, new int[] {0xFF, 0xFF0000, 0xFF00}), PLACE);

        assertThat(IntStream.of(0, 1, 2)
                        .map(at -> " .:-=+*#%@".indexOf(text.charAt(at)))
                        .boxed())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void lettersHaveNoEscapeSequences() {
        String text = Form.ASCII.encoder().encode(TestPicture.gradient(40, 15), PLACE);

        assertThat(text).matches("([ -~]{40}\n){15}");
    }

    private static int palette(int code) {
        return TerminalText.blocks("\033[48;5;" + code + "m \033[0m").at(0, 0);
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> (one >> shift & 0xFF) - (other >> shift & 0xFF))
                .map(difference -> difference * difference)
                .sum();
    }
}
