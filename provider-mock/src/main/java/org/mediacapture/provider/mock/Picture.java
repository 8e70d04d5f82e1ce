// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A picture in memory that is drawn again and again: planes Y, Cb and Cr without gaps between rows. It remembers which
 * scenery and slate it shows and where something was drawn over the scenery, so that only that part is restored for the next
 * frame. Confined to the thread that draws.
 */
final class Picture {
    private final PictureLayout layout;
    private final ByteBuffer luma;
    private final ByteBuffer blue;
    private final ByteBuffer red;
    private Object scenery = this;
    private Object slate = this;
    private final DrawnOver drawnOver;
    private final int[] letters = new int[Slate.LETTERS];
    private long code = BlockCode.NONE;

    /** Lays a picture over a buffer of {@link #size} bytes. */
    Picture(PictureLayout layout, ByteBuffer bytes) {
        this.layout = layout;
        this.drawnOver = new DrawnOver(layout.height());
        Arrays.fill(letters, DigitLine.NONE);
        int lumaSize = layout.width() * layout.height();
        int chromaSize = layout.chromaWidth() * layout.chromaHeight();
        this.luma = bytes.slice(0, lumaSize);
        this.blue = bytes.slice(lumaSize, chromaSize);
        this.red = bytes.slice(lumaSize + chromaSize, chromaSize);
    }

    /** The bytes that a picture takes. */
    static int size(PictureLayout layout) {
        return layout.width() * layout.height() + 2 * layout.chromaWidth() * layout.chromaHeight();
    }

    PictureLayout layout() {
        return layout;
    }

    ByteBuffer luma() {
        return luma;
    }

    ByteBuffer blue() {
        return blue;
    }

    ByteBuffer red() {
        return red;
    }

    /** Whether this picture shows a scenery, apart from {@link #drawnOver()}. */
    boolean shows(Scenery wanted) {
        return scenery == wanted;
    }

    /** Remembers that a scenery was copied to this picture. */
    void showing(Scenery shown) {
        scenery = shown;
        drawnOver.clear();
    }

    /** Whether this picture has the fixed part of a slate. */
    boolean carries(Slate wanted) {
        return slate == wanted;
    }

    /** Remembers that the fixed part of a slate was drawn. */
    void carrying(Slate drawn) {
        slate = drawn;
        Arrays.fill(letters, DigitLine.NONE);
        code = BlockCode.NONE;
    }

    /** Remembers a letter of the slate, and answers which one was there. */
    int letter(int place, int letter) {
        int before = letters[place];
        letters[place] = letter;
        return before;
    }

    /** Remembers a number as block code, and answers which one was there. */
    long code(long number) {
        long before = code;
        code = number;
        return before;
    }

    /** Where the picture differs from its scenery, in pixels of the luma plane. */
    DrawnOver drawnOver() {
        return drawnOver;
    }
}
