// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/** A rectangle of pixels with even edges that grows, from the left and upper edge up to the right and lower, exclusive. */
final class Area {
    private int left;
    private int top;
    private int right;
    private int bottom;

    void clear() {
        left = 0;
        top = 0;
        right = 0;
        bottom = 0;
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /** Grows to take in another rectangle. */
    void include(int otherLeft, int otherTop, int otherRight, int otherBottom) {
        boolean empty = isEmpty();
        left = empty ? otherLeft : Math.min(left, otherLeft);
        top = empty ? otherTop : Math.min(top, otherTop);
        right = empty ? otherRight : Math.max(right, otherRight);
        bottom = empty ? otherBottom : Math.max(bottom, otherBottom);
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int right() {
        return right;
    }

    int bottom() {
        return bottom;
    }
}
