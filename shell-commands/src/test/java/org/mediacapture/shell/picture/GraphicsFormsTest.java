// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.picture.Encoder.Place;

class GraphicsFormsTest {
    private static final Place PLACE = new Place(20, 8, 0);
    private static final Pattern PIECE = Pattern.compile("\033_G([^;]*);([^\033]*)\033\\\\");

    private static List<MatchResult> pieces(String text) {
        return PIECE.matcher(text).results().toList();
    }

    private static Pixels kitty(String text) {
        StringBuilder data = new StringBuilder();
        pieces(text).forEach(piece -> data.append(piece.group(2)));
        return TestPicture.decoded(Base64.getDecoder().decode(data.toString()));
    }

    @Test
    void kittyGetsThePictureAsPng() {
        Pixels picture = TestPicture.gradient(200, 160);

        String text = Form.KITTY.encoder().encode(picture, PLACE);

        assertThat(TestPicture.farthest(kitty(text), picture)).isZero();
        assertThat(pieces(text).get(0).group(1)).isEqualTo("a=T,f=100,q=2,C=1,c=20,r=8,m=1");
    }

    @Test
    void kittyGetsPiecesOfAtMost4096CharactersAndIsToldWhichIsTheLast() {
        List<MatchResult> pieces = pieces(Form.KITTY.encoder().encode(TestPicture.gradient(200, 160), PLACE));

        assertThat(pieces)
                .hasSizeGreaterThan(2)
                .allSatisfy(piece -> assertThat(piece.group(2)).hasSizeLessThanOrEqualTo(4096));
        assertThat(pieces.subList(1, pieces.size() - 1)).allSatisfy(piece -> {
            assertThat(piece.group(1)).isEqualTo("m=1");
            assertThat(piece.group(2).length() % 4).isZero();
        });
        assertThat(pieces.get(pieces.size() - 1).group(1)).isEqualTo("m=0");
    }

    @Test
    void aSmallPictureIsOnePieceForKitty() {
        String text = Form.KITTY.encoder().encode(TestPicture.plain(2, 2, 0xFF0000), PLACE);

        assertThat(pieces(text))
                .singleElement()
                .satisfies(piece -> assertThat(piece.group(1)).endsWith(",m=0"));
    }

    @Test
    void aLivePictureReplacesTheOneBeforeInKitty() {
        String text = Form.KITTY.encoder().encode(TestPicture.plain(2, 2, 0), new Place(1, 1, 512));

        assertThat(pieces(text).get(0).group(1)).contains(",i=512,p=1,");
    }

    @Test
    void itermGetsThePictureAsPng() {
        Pixels picture = TestPicture.gradient(200, 160);

        Matcher file = iterm(Form.ITERM.encoder().encode(picture, PLACE));

        byte[] bytes = Base64.getDecoder().decode(file.group(2));
        assertThat(TestPicture.farthest(TestPicture.decoded(bytes), picture)).isZero();
        assertThat(file.group(1)).isEqualTo("size=" + bytes.length + ";width=20;height=8;preserveAspectRatio=1");
    }

    @Test
    void itermGetsAPhotoWithItsOwnBytes() {
        byte[] bytes = {1, 2, 3, (byte) 0xFF};

        Matcher file = iterm(new ItermEncoder().file(new Blob("image/jpeg", bytes), PLACE));

        assertThat(Base64.getDecoder().decode(file.group(2))).isEqualTo(bytes);
    }

    private static Matcher iterm(String text) {
        Matcher file = Pattern.compile("\033]1337;File=inline=1;([^:]*):([^\007]*)\007")
                .matcher(text);
        assertThat(file.find()).isTrue();
        return file;
    }

    @Test
    void sixelsOfFewColoursAreThePictureItself() {
        int[] rgb = new int[60 * 20];
        for (int at = 0; at < rgb.length; at++) {
            rgb[at] = List.of(0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x000000).get(at / 7 % 5);
        }
        Pixels picture = new Pixels(60, 20, rgb);

        Pixels shown = SixelText.decode(Form.SIXEL.encoder().encode(picture, PLACE));

        assertThat(TestPicture.farthest(shown, picture)).isZero();
    }

    /** Levels of sixels are percent, so that a colour is off by up to 1.3 of 255. */
    @Test
    void sixelsShowAPlainColourWithoutDither() {
        Pixels picture = TestPicture.plain(30, 13, 0x7B4291);

        Pixels shown = SixelText.decode(Form.SIXEL.encoder().encode(picture, PLACE));

        assertThat(TestPicture.farthest(shown, picture)).isLessThanOrEqualTo(2);
        assertThat(Arrays.stream(shown.rgb()).distinct()).hasSize(1);
    }

    @Test
    void sixelsShowManyColoursByThe256ThatSuitThePicture() {
        Pixels picture = TestPicture.gradient(200, 160);

        Pixels shown = SixelText.decode(Form.SIXEL.encoder().encode(picture, PLACE));

        assertThat(Arrays.stream(shown.rgb()).distinct().count()).isBetween(128L, 256L);
        assertThat(TestPicture.farthest(shown, picture)).isLessThanOrEqualTo(48);
        // Seen from a little farther away, the dither is gone.
        assertThat(TestPicture.farthest(AreaScaler.scaled(shown, 20, 16), AreaScaler.scaled(picture, 20, 16)))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void sixelsOfAPlainBandAreCountedInsteadOfRepeated() {
        String text = Form.SIXEL.encoder().encode(TestPicture.plain(100, 6, 0xFFFFFF), PLACE);

        assertThat(text).contains("\"1;1;100;6#0;2;100;100;100#0!100~$-\033\\");
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"KITTY", "ITERM", "SIXEL"})
    void roomIsMadeFirstAndTheCursorComesBelow(Form form) {
        String text = form.encoder().encode(TestPicture.gradient(20, 16), new Place(2, 3, 0));

        assertThat(text).startsWith("\n\n\n\033[3A\0337\033").endsWith("\0338\033[2B\n");
        assertThat(form.encoder().encode(TestPicture.gradient(20, 16), new Place(2, 1, 0)))
                .startsWith("\n\033[1A\0337\033")
                .endsWith("\0338\n");
    }

    @Test
    void aPngFileIsThePicture() {
        Pixels picture = TestPicture.gradient(33, 21);

        Blob file = PngFile.of(picture.toImage());

        assertThat(file.type()).isEqualTo("image/png");
        assertThat(TestPicture.farthest(TestPicture.decoded(file.bytes()), picture))
                .isZero();
    }
}
