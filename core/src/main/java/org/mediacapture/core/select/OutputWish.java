// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;

import org.mediacapture.constraint.MediaTrackConstraintSet;

/**
 * What pictures the ideals of a basic set wish for. Immutable.
 *
 * @param size the size
 * @param rate frames per second; 0 is as far from every rate, and below 0 there is no wish
 * @param none what resizeMode "none" adds to the distance
 * @param scaled what resizeMode "crop-and-scale" adds to the distance
 */
record OutputWish(SizeWish size, double rate, double none, double scaled) {
    static OutputWish of(MediaTrackConstraintSet basic) {
        return new OutputWish(
                SizeWish.of(basic),
                SizeWish.ideal(FRAME_RATE, basic),
                resizeMode(Output.RESIZE_NONE, basic),
                resizeMode(Output.CROP_AND_SCALE, basic));
    }

    /** The distance of an output that satisfies what is required. */
    double distance(Output output) {
        return size.distance(output.width(), output.height()) + besideSize(output.frameRate(), output.cropAndScale());
    }

    /** What the rate and the resize mode add to the distance. */
    double besideSize(double frameRate, boolean cropAndScale) {
        return (rate < 0 ? 0 : FitnessDistance.relative(frameRate, rate)) + (cropAndScale ? scaled : none);
    }

    /** The best rate of those that are left: the wished one, else as many frames as there are. */
    double bestOf(Interval rates) {
        return rate > 0 ? rates.clamp(rate) : rates.max();
    }

    /** Required or not, it is the wish that counts here. */
    private static double resizeMode(String value, MediaTrackConstraintSet basic) {
        return basic.get(RESIZE_MODE)
                        .filter(constraint ->
                                !FitnessDistance.ideals(constraint, false).isEmpty())
                        .filter(constraint ->
                                !FitnessDistance.ideals(constraint, false).contains(value))
                        .isPresent()
                ? 1
                : 0;
    }

    /** Whether a set asks for cropped and scaled pictures by name. */
    static boolean asksToScale(MediaTrackConstraintSet set) {
        return set.get(RESIZE_MODE)
                .filter(constraint -> constraint.bare().contains(Output.CROP_AND_SCALE)
                        || constraint.exact().contains(Output.CROP_AND_SCALE)
                        || constraint.ideal().contains(Output.CROP_AND_SCALE))
                .isPresent();
    }
}
