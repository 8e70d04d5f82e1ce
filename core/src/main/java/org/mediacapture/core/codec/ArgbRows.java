// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.util.Arrays;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.VideoFrame;

/** Reads the visible part of a frame row by row as 0xAARRGGBB. Confined to one thread while its frame is open. */
@FunctionalInterface
interface ArgbRows {
    /** Fills a row of visible pixels. */
    void read(int y, int[] argb);

    static ArgbRows of(VideoFrame frame) {
        return switch (frame.format()) {
            case I420 -> luma(frame, samples(frame, 1, 0, 1, 1), samples(frame, 2, 0, 1, 1));
            case I422 -> luma(frame, samples(frame, 1, 0, 1, 0), samples(frame, 2, 0, 1, 0));
            case I444 -> luma(frame, samples(frame, 1, 0, 0, 0), samples(frame, 2, 0, 0, 0));
            case NV12 -> luma(frame, samples(frame, 1, 0, 1, 1), samples(frame, 1, 1, 1, 1));
            case YUYV -> luma(frame, groups(frame, 1), groups(frame, 3));
            case GRAY8 -> luma(frame, neutral(frame), neutral(frame));
            case BGR24, BGRA -> direct(frame);
            case MJPEG ->
                throw new MediaException(ErrorName.OPERATION, "a JPEG frame has no pixels before it is decoded");
        };
    }

    private static ArgbRows luma(VideoFrame frame, Samples u, Samples v) {
        YuvToRgb colors = YuvToRgb.of(frame.colorSpace());
        Samples luma = samples(frame, 0, 0, 0, 0);
        return (y, argb) -> colors.convert(luma.row(y), u.row(y), v.row(y), argb);
    }

    private static ArgbRows direct(VideoFrame frame) {
        Samples blue = samples(frame, 0, 0, 0, 0);
        Samples green = samples(frame, 0, 1, 0, 0);
        Samples red = samples(frame, 0, 2, 0, 0);
        return (y, argb) -> {
            int[] blues = blue.row(y);
            int[] greens = green.row(y);
            int[] reds = red.row(y);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = 0xFF << 24 | reds[x] << 16 | greens[x] << 8 | blues[x];
            }
        };
    }

    /** The colour of a picture that has none. */
    private static Samples neutral(VideoFrame frame) {
        int[] row = new int[frame.visible().width()];
        Arrays.fill(row, 128);
        return y -> row;
    }

    private static Samples samples(VideoFrame frame, int plane, int offset, int shiftX, int shiftY) {
        return new PlaneSamples(frame, plane, offset, frame.pixelStride(plane), shiftX, shiftY);
    }

    /** Colour of YUYV, once for each group of two pixels. */
    private static Samples groups(VideoFrame frame, int offset) {
        return new PlaneSamples(frame, 0, offset, 4, 1, 0);
    }
}
