// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import org.mediacapture.provider.VideoMode;

/**
 * A mode as the driver has it. Immutable.
 *
 * @param format how pictures are sent
 * @param width in pixels
 * @param height in pixels
 * @param interval the time from frame to frame
 */
public record DeviceMode(PictureFormat format, int width, int height, Interval interval) {
    /**
     * The mode in the words of the API.
     *
     * @return the mode
     */
    public VideoMode mode() {
        return new VideoMode(width, height, interval.rate(), format.lent());
    }

    /**
     * A time as a fraction, as drivers tell it: a rate of 29.97 has no exact number.
     *
     * @param numerator in seconds, at least 1
     * @param denominator at least 1
     */
    public record Interval(long numerator, long denominator) {
        /** The interval of so many frames per second. */
        static Interval ofRate(int rate) {
            return new Interval(1, rate);
        }

        /**
         * Frames per second.
         *
         * @return the rate, rounded to a thousandth
         */
        public double rate() {
            return Math.rint(1000.0 * denominator / numerator) / 1000;
        }

        /** In seconds. */
        double seconds() {
            return (double) numerator / denominator;
        }

        boolean isValid() {
            return numerator > 0 && denominator > 0 && rate() > 0;
        }
    }
}
