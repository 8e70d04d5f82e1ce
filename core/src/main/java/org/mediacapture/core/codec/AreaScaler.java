// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.util.Arrays;

/**
 * Scales samples by area: each new sample is the mean of the old ones that it covers, by the share that it covers of each. Confined
 * to one thread.
 */
final class AreaScaler {
    private final Axis columns;
    private final Axis rows;
    private final int components;

    /**
     * Scales one size to another.
     *
     * @param fromWidth samples in a row of the source; the other sizes likewise
     * @param components interleaved values of a sample
     */
    AreaScaler(int fromWidth, int fromHeight, int toWidth, int toHeight, int components) {
        this.columns = new Axis(fromWidth, toWidth);
        this.rows = new Axis(fromHeight, toHeight);
        this.components = components;
    }

    /** Scales from rows that are read, each at most twice, to rows that are written, both from the top down. */
    void scale(Rows source, Rows target) {
        int[] read = new int[columns.from * components];
        float[] narrow = new float[columns.to * components];
        float[] sum = new float[columns.to * components];
        int[] written = new int[columns.to * components];
        int last = -1;
        for (int y = 0; y < rows.to; y++) {
            Arrays.fill(sum, 0);
            for (int part = rows.starts[y]; part < rows.starts[y + 1]; part++) {
                int row = rows.first[y] + part - rows.starts[y];
                if (row != last) {
                    source.row(row, read);
                    narrow(read, narrow);
                    last = row;
                }
                add(narrow, rows.weights[part], sum);
            }
            for (int at = 0; at < sum.length; at++) {
                written[at] = (int) (sum[at] + 0.5f);
            }
            target.row(y, written);
        }
    }

    private void narrow(int[] read, float[] narrow) {
        for (int x = 0; x < columns.to; x++) {
            for (int component = 0; component < components; component++) {
                float sum = 0;
                int at = columns.first[x] * components + component;
                for (int part = columns.starts[x]; part < columns.starts[x + 1]; part++) {
                    sum += read[at] * columns.weights[part];
                    at += components;
                }
                narrow[x * components + component] = sum;
            }
        }
    }

    private static void add(float[] row, float weight, float[] sum) {
        for (int at = 0; at < row.length; at++) {
            sum[at] += row[at] * weight;
        }
    }

    /** One row of interleaved samples, to be filled or to be used. */
    @FunctionalInterface
    interface Rows {
        /** Fills the samples of a row, or uses them, during the call. */
        void row(int y, int[] samples);
    }

    /** Which old samples a new one covers along one axis, and by which share. Immutable. */
    private static final class Axis {
        private final int from;
        private final int to;
        private final int[] first;
        private final int[] starts;
        private final float[] weights;

        private Axis(int from, int to) {
            this.from = from;
            this.to = to;
            first = new int[to];
            starts = new int[to + 1];
            float[] shares = new float[from + 2 * to];
            for (int index = 0; index < to; index++) {
                // in units of 1/to of an old sample
                long begin = (long) index * from;
                long end = begin + from;
                first[index] = (int) (begin / to);
                int count = starts[index];
                for (long sample = first[index]; sample * to < end; sample++) {
                    long covered = Math.min(end, (sample + 1) * to) - Math.max(begin, sample * to);
                    shares[count++] = (float) covered / from;
                }
                starts[index + 1] = count;
            }
            weights = Arrays.copyOf(shares, starts[to]);
        }
    }
}
