// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Colours of a picture that lie together, in bins of 5 bits for each of red, green and blue: what median cut cuts. Immutable.
 *
 * @param counts how many pixels there are in which bin
 * @param sums sums of red, green and blue of the pixels in each bin
 * @param bins the bins in the box, none of them empty
 */
record ColourBox(int[] counts, long[][] sums, List<Integer> bins) {
    private static final int BITS = 5;
    private static final int SHIFT = 8 - BITS;
    private static final int MASK = (1 << BITS) - 1;
    private static final int CHANNELS = 3;

    /** How many bins there are. */
    static final int BINS = 1 << CHANNELS * BITS;

    /** The bin of a colour. */
    static int bin(int red, int green, int blue) {
        return red >> SHIFT << 2 * BITS | green >> SHIFT << BITS | blue >> SHIFT;
    }

    /** All colours of a picture, in at most so many boxes; the box that is cut next is the one with the most in the widest. */
    static List<ColourBox> cut(Pixels picture, int most) {
        List<ColourBox> boxes = new ArrayList<>(List.of(of(picture)));
        while (boxes.size() < most) {
            ColourBox next = boxes.stream()
                    .max(Comparator.comparingLong(ColourBox::urgency))
                    .orElseThrow();
            if (next.bins.size() == 1) {
                return boxes;
            }
            boxes.remove(next);
            boxes.addAll(next.halves());
        }
        return boxes;
    }

    /** The mean of the pixels as 0xRRGGBB. */
    int mean() {
        long count = bins.stream().mapToLong(bin -> counts[bin]).sum();
        int rgb = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            long[] ofChannel = sums[channel];
            long sum = bins.stream().mapToLong(bin -> ofChannel[bin]).sum();
            rgb = rgb << 8 | (int) ((sum + count / 2) / count);
        }
        return rgb;
    }

    private static ColourBox of(Pixels picture) {
        int[] counts = new int[BINS];
        long[][] sums = new long[CHANNELS][BINS];
        for (int rgb : picture.rgb()) {
            int bin = bin(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
            counts[bin]++;
            sums[0][bin] += rgb >> 16;
            sums[1][bin] += rgb >> 8 & 0xFF;
            sums[2][bin] += rgb & 0xFF;
        }
        return new ColourBox(
                counts,
                sums,
                IntStream.range(0, BINS).filter(bin -> counts[bin] > 0).boxed().toList());
    }

    /** 0 for a box that cannot be cut. */
    private long urgency() {
        return extent(widest()) * bins.stream().mapToLong(bin -> counts[bin]).sum();
    }

    private List<ColourBox> halves() {
        int channel = widest();
        List<Integer> sorted = bins.stream()
                .sorted(Comparator.comparingInt(bin -> level(bin, channel)))
                .toList();
        long half = sorted.stream().mapToLong(bin -> counts[bin]).sum() / 2;
        int middle = 0;
        long before = 0;
        while (middle < sorted.size() - 1 && before + counts[sorted.get(middle)] <= half) {
            before += counts[sorted.get(middle)];
            middle++;
        }
        middle = Math.max(1, middle);
        return List.of(
                new ColourBox(counts, sums, sorted.subList(0, middle)),
                new ColourBox(counts, sums, sorted.subList(middle, sorted.size())));
    }

    private int widest() {
        return IntStream.range(0, CHANNELS)
                .boxed()
                .max(Comparator.comparingInt(this::extent))
                .orElseThrow();
    }

    private int extent(int channel) {
        int[] levels = bins.stream().mapToInt(bin -> level(bin, channel)).toArray();
        return Arrays.stream(levels).max().orElseThrow()
                - Arrays.stream(levels).min().orElseThrow();
    }

    private static int level(int bin, int channel) {
        return bin >> (CHANNELS - 1 - channel) * BITS & MASK;
    }
}
