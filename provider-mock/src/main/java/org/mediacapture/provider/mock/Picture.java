// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/**
 * A picture in memory that is drawn again and again: planes Y, Cb and Cr without gaps between rows. It remembers which
 * backdrop it shows and where something was drawn over it, so that only that part is restored for the next frame. Confined
 * to the thread that draws.
 */
final class Picture {
    private final PictureLayout layout;
    private final ByteBuffer luma;
    private final ByteBuffer blue;
    private final ByteBuffer red;
    private Object backdrop = this;
    private int generation;
    private final Area drawnOver = new Area();

    /** Lays a picture over a buffer of {@link #size} bytes. */
    Picture(PictureLayout layout, ByteBuffer bytes) {
        this.layout = layout;
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

    /** Whether this picture shows a backdrop in the state of the given number, apart from {@link #drawnOver()}. */
    boolean shows(Object wanted, int wantedGeneration) {
        return backdrop == wanted && generation == wantedGeneration;
    }

    /** Remembers that the backdrop was copied to this picture. */
    void showing(Object shown, int shownGeneration) {
        backdrop = shown;
        generation = shownGeneration;
        drawnOver.clear();
    }

    /** Where the picture differs from its backdrop, in pixels of the luma plane. */
    Area drawnOver() {
        return drawnOver;
    }
}
