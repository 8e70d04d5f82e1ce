// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.shell.output.Drawing;

class PainterTest {
    private static final Painter BLOCKS = new Painter(Form.BLOCKS, CellSize.STANDARD);

    private static Tile tile(Pixels picture, String caption) {
        return new Tile(Optional.of(picture), caption);
    }

    private static List<Tile> tiles(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> tile(TestPicture.plain(40, 30, 0x101010 * (index + 1)), "camera " + index))
                .toList();
    }

    @Test
    void scalingIsTheMeanOfWhatIsCovered() {
        Pixels picture = new Pixels(4, 2, new int[] {0, 0x646464, 0, 0xFF0000, 0x323232, 0, 0, 0});

        Pixels scaled = AreaScaler.scaled(picture, 2, 1);

        assertThat(scaled.rgb()).containsExactly(0x262626, 0x400000);
    }

    @Test
    void scalingTakesOfAPixelThatIsCoveredInPartItsShare() {
        Pixels picture = new Pixels(3, 1, new int[] {90, 30, 0});

        assertThat(AreaScaler.scaled(picture, 2, 1).rgb()).containsExactly(70, 10);
        assertThat(AreaScaler.scaled(picture, 6, 1).rgb()).containsExactly(90, 90, 30, 30, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 333})
    void scalingKeepsAPlainColour(int size) {
        Pixels scaled = AreaScaler.scaled(TestPicture.plain(100, 77, 0xFFFEFD), size, size);

        assertThat(TestPicture.farthest(scaled, TestPicture.plain(size, size, 0xFFFEFD)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, 80, 23, 61, 46, 23",
        "640, 480, 20, 23, 20, 15, 8",
        "1920, 1080, 80, 23, 80, 45, 23",
        "480, 640, 80, 24, 36, 48, 24",
        "10000, 10, 80, 24, 80, 1, 1",
    })
    void aPictureFillsTheScreenInItsOwnProportion(
            int width, int height, int columns, int rows, int pixelsAcross, int pixelsDown, int lines) {
        Drawing drawing = BLOCKS.draw(List.of(tile(TestPicture.plain(width, height, 0xFFFFFF), "")), columns, rows, 0);

        Pixels shown = TerminalText.blocks(drawing.text());
        assertThat(drawing.rows()).isEqualTo(lines).isEqualTo(shown.height() / 2);
        assertThat(shown.width()).isEqualTo(pixelsAcross);
        assertThat(IntStream.range(0, shown.height()).filter(y -> shown.at(0, y) == 0xFFFFFF))
                .hasSize(pixelsDown);
    }

    @Test
    void graphicsAreAsManyPixelsAsTheirCharactersHave() {
        Painter painter = new Painter(Form.SIXEL, new CellSize(8, 16));

        Drawing drawing = painter.draw(List.of(tile(TestPicture.gradient(640, 480), "")), 80, 24, 0);

        Pixels shown = SixelText.decode(drawing.text());
        assertThat(List.of(shown.width(), shown.height())).containsExactly(512, 384);
        assertThat(drawing).extracting(Drawing::columns, Drawing::rows).containsExactly(64, 24);
    }

    @Test
    void whatIsDrawnIsThePictureInLittle() {
        Pixels picture = TestPicture.gradient(640, 480);

        Pixels shown = TerminalText.blocks(
                BLOCKS.draw(List.of(tile(picture, "")), 64, 24, 0).text());

        assertThat(TestPicture.farthest(shown, AreaScaler.scaled(picture, 64, 48)))
                .isZero();
        assertThat(TestPicture.farthest(shown, TestPicture.gradient(64, 48))).isBetween(1, 3);
    }

    @Test
    void aCaptionStandsBelowAndFillsItsLine() {
        Drawing drawing = BLOCKS.draw(tiles(1), 40, 10, 0);

        assertThat(drawing.rows()).isEqualTo(10);
        assertThat(drawing.text().lines().skip(9)).containsExactly("camera 0" + " ".repeat(32));
    }

    @Test
    void aCaptionIsCutAndCannotCommandTheTerminal() {
        Tile tile = tile(TestPicture.plain(4, 3, 0), "two\nlines\033[2J\u009b and a long cause");

        Drawing drawing = BLOCKS.draw(List.of(tile), 12, 10, 0);

        assertThat(drawing.text().lines().reduce((first, second) -> second)).contains("two lines [2");
    }

    @Test
    void picturesWithoutCaptionsHaveNoLinesForThem() {
        assertThat(BLOCKS.draw(List.of(tile(TestPicture.plain(4, 3, 0), " ")), 40, 10, 0)
                        .text()
                        .lines())
                .hasSize(10)
                .allMatch(line -> line.contains("\033["));
    }

    @ParameterizedTest
    @CsvSource({"2, 80, 24, 2", "4, 80, 24, 2", "6, 80, 24, 3", "3, 20, 60, 1", "9, 80, 24, 3", "2, 200, 20, 2"})
    void severalCamerasAreAGridThatShowsThemLargest(int count, int columns, int rows, int across) {
        Drawing drawing = BLOCKS.draw(tiles(count), columns, rows, 0);

        List<String> captions =
                drawing.text().lines().filter(line -> line.contains("camera")).toList();
        assertThat(captions.get(0).split("camera")).hasSize(across + 1);
        assertThat(captions).hasSize((count + across - 1) / across).allMatch(line -> line.length() <= columns);
        assertThat(String.join(" ", captions).replaceAll(" +", " ").strip())
                .isEqualTo(IntStream.range(0, count)
                        .mapToObj(index -> "camera " + index)
                        .collect(Collectors.joining(" ")));
        assertThat(drawing.rows()).isLessThanOrEqualTo(rows).isEqualTo((int)
                drawing.text().lines().count());
    }

    @Test
    void eachPictureOfAGridStandsAboveItsCaption() {
        Drawing drawing = BLOCKS.draw(tiles(2), 81, 16, 0);

        Pixels row = TerminalText.blocks(
                drawing.text().lines().filter(line -> !line.contains("camera")).collect(Collectors.joining("\n")));
        String captions =
                drawing.text().lines().reduce((first, second) -> second).orElseThrow();
        assertThat(row.at(0, 0)).isEqualTo(0x101010);
        assertThat(row.at(captions.indexOf("camera 1"), 0)).isEqualTo(0x202020);
        assertThat(row.at(captions.indexOf("camera 1") - 1, 0)).isZero();
    }

    @Test
    void aCameraWithoutAPictureKeepsItsPlace() {
        Drawing drawing = BLOCKS.draw(
                List.of(new Tile(Optional.empty(), "waiting"), tile(TestPicture.plain(4, 3, 0xFFFFFF), "there")),
                81,
                16,
                0);

        assertThat(drawing.text()).contains("waiting").contains("there");
        assertThat(new Painter(Form.KITTY, CellSize.STANDARD)
                        .draw(List.of(new Tile(Optional.empty(), "waiting")), 80, 24, 0)
                        .text()
                        .strip())
                .isEqualTo("waiting");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void eachFormDrawsAGrid(Form form) {
        assertThat(new Painter(form, CellSize.STANDARD)
                        .draw(tiles(4), 80, 24, 256)
                        .rows())
                .isBetween(20, 24);
    }

    @Test
    void whereThereIsNoPlaceTheErrorSaysSo() {
        assertThatThrownBy(() -> BLOCKS.draw(tiles(9), 4, 3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pictures: there is no place for 9 in a terminal of 4x3 characters; enlarge it, or name"
                        + " fewer cameras");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_BGR
            })
    void imagesOfAllKindsAreRead(int type) {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.setRGB(2, 1, 0xFF123456);

        Pixels pixels = Pixels.of(image);

        assertThat(pixels.at(2, 1)).isEqualTo(0x123456);
        assertThat(pixels.at(0, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "0x16", "8x", "x16", "8x16x", "1000x20"})
    void whatIsNoSizeOfACharacterIsAnError(String size) {
        assertThatThrownBy(() -> CellSize.of(Optional.of(size)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("camera.cell: \"" + size
                        + "\" is no size of a character; WIDTHxHEIGHT in pixels is, such as 10x20");
    }
}
