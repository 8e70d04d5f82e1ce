// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.provider.VideoMode;

/**
 * What a track gets when the camera went by itself into a mode that cannot meet what the track requires: media goes on, as near
 * to that as the mode lets (OC-1). Pure functions.
 */
final class Drift {
    private Drift() {}

    static Output output(VideoMode mode, Demand demand) {
        return demanding(mode, demand, demand.output(), property -> !property.equals(FRAME_RATE)) // as in low light
                .or(() -> demanding(
                        mode, demand, demand.output().map(output -> within(mode, output)), RESIZE_MODE::equals))
                .orElseGet(() -> Output.of(mode));
    }

    private static Optional<Output> demanding(
            VideoMode mode, Demand demand, Optional<Output> present, Predicate<ConstrainableProperty<?>> counts) {
        MediaTrackConstraintSet basic = demand.constraints().basic();
        MediaTrackConstraintSet.Builder counting = MediaTrackConstraintSet.builder();
        basic.properties().stream().filter(counts).forEach(property -> counting.with(property, basic));
        MediaTrackConstraints asked =
                new MediaTrackConstraints(counting.build(), demand.constraints().advanced());
        return new OtherTrack(new Demand(asked, present), List.of(mode)).output(mode);
    }

    private static Output within(VideoMode mode, Output output) {
        Output within = new Output(
                Math.min(output.width(), mode.width()),
                Math.min(output.height(), mode.height()),
                Math.min(output.frameRate(), mode.frameRate()),
                true);
        return within.isAllOf(mode) ? Output.of(mode) : within;
    }
}
