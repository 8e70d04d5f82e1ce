// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * Where something was drawn over a picture: in each pair of rows from a column up to another, exclusive. Left columns are even, so
 * that no colour sample is torn. Confined to the thread that draws.
 */
final class DrawnOver {
    private final int[] left;
    private final int[] right;
    private int first;
    private int end;

    /** Nothing yet, on a picture of so many rows. */
    DrawnOver(int rows) {
        this.left = new int[(rows + 1) / 2];
        this.right = new int[(rows + 1) / 2];
    }

    void clear() {
        for (int pair = first; pair < end; pair++) {
            right[pair] = 0;
        }
        first = 0;
        end = 0;
    }

    /** Takes in some more columns of a pair of rows. */
    void include(int pair, int from, int to) {
        boolean fresh = right[pair] == 0;
        left[pair] = fresh ? from : Math.min(left[pair], from);
        right[pair] = Math.max(right[pair], to);
        first = end == 0 ? pair : Math.min(first, pair);
        end = Math.max(end, pair + 1);
    }

    /** The first pair of rows. */
    int first() {
        return first;
    }

    /** The pair behind the last. */
    int end() {
        return end;
    }

    int left(int pair) {
        return left[pair];
    }

    /** The column behind the last, 0 if there is none. */
    int right(int pair) {
        return right[pair];
    }
}
