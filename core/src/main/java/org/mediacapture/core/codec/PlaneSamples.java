// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.nio.ByteBuffer;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;

/**
 * The samples of one component in a plane, one for each pixel or for several that share it. Confined to one thread while its frame
 * is open.
 */
final class PlaneSamples implements Samples {
    private final ByteBuffer bytes;
    private final int rowStride;
    private final int step;
    private final int start;
    private final PixelRect visible;
    private final int shiftX;
    private final int shiftY;
    private final byte[] read;
    private final int[] samples;
    private int last = -1;

    /**
     * Makes a reader.
     *
     * @param offset of the component from the beginning of a row
     * @param step bytes from a sample to the next
     * @param shiftX 1 where two pixels beside one another share a sample, else 0
     * @param shiftY 1 where two pixels above one another share a sample, else 0
     */
    PlaneSamples(VideoFrame frame, int plane, int offset, int step, int shiftX, int shiftY) {
        this.bytes = frame.plane(plane);
        this.rowStride = frame.rowStride(plane);
        this.step = step;
        this.visible = frame.visible();
        this.shiftX = shiftX;
        this.shiftY = shiftY;
        int first = visible.x() >> shiftX;
        int end = visible.x() + visible.width() - 1 >> shiftX;
        this.start = first * step + offset;
        this.read = new byte[(end - first) * step + 1];
        this.samples = new int[visible.width()];
    }

    @Override
    public int[] row(int y) {
        int row = visible.y() + y >> shiftY;
        if (row != last) {
            bytes.get(row * rowStride + start, read);
            if (shiftX == 0) {
                spread(read, step, samples);
            } else {
                spreadToPairs(read, step, visible.x() & 1, samples);
            }
            last = row;
        }
        return samples;
    }

    private static void spread(byte[] read, int step, int[] samples) {
        for (int x = 0, at = 0; x < samples.length; x++, at += step) {
            samples[x] = read[at] & 0xFF;
        }
    }

    /** A sample for two pixels; if the part begins at an odd column, the first pixel is the second of a pair. */
    private static void spreadToPairs(byte[] read, int step, int odd, int[] samples) {
        samples[0] = read[0] & 0xFF;
        int at = odd * step;
        int x = odd;
        for (; x < samples.length - 1; x += 2, at += step) {
            int sample = read[at] & 0xFF;
            samples[x] = sample;
            samples[x + 1] = sample;
        }
        if (x < samples.length) {
            samples[x] = read[at] & 0xFF;
        }
    }
}
