// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.mediacapture.constraint.PhotoSettings;

/**
 * What a burst shall bring. Immutable.
 *
 * @param series the files
 * @param settings of every photo
 * @param there how many photos of an earlier run are there
 * @param count how many photos the series has at the end
 * @param every the pause from one photo to the next; empty for none
 */
public record BurstPlan(Series series, PhotoSettings settings, int there, int count, Optional<Duration> every) {
    /** Makes a plan. */
    public BurstPlan {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(every, "every");
    }

    /**
     * Plans a burst.
     *
     * @param series the files
     * @param settings of every photo
     * @param resume whether to go on after the files that are there
     * @param count how many photos the series has at the end
     * @param every the pause from one photo to the next; empty for none
     * @return the plan
     * @throws IllegalArgumentException if there are files of the series and it does not go on with them
     * @throws IOException if the directory cannot be read
     */
    public static BurstPlan of(
            Series series, PhotoSettings settings, boolean resume, int count, Optional<Duration> every)
            throws IOException {
        int there = series.highest();
        if (there > 0 && !resume) {
            throw new IllegalArgumentException(series.name(there) + " is there already, and no photo is overwritten;"
                    + " --resume goes on with " + series.name(there + 1) + ", and another FILE begins another series");
        }
        return new BurstPlan(series, settings, there, count, every);
    }
}
