// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.mediacapture.benchmarks.footage.Content;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.report.Effort;

/** With which pictures an experiment is made. Stateless. */
final class Scenes {
    private static final int[] HEIGHTS = {480, 720, 1080};

    private Scenes() {}

    /** All sizes, flat and noisy; less effort does with those of 720p, or with the smallest. */
    static List<Footage> of(Effort effort) {
        if (effort == Effort.SMOKE) {
            return List.of(new Footage(Content.FLAT, HEIGHTS[0]));
        }
        List<Footage> scenes = new ArrayList<>();
        for (Content content : Content.values()) {
            for (int height : effort == Effort.FULL ? HEIGHTS : new int[] {HEIGHTS[1]}) {
                scenes.add(new Footage(content, height));
            }
        }
        return scenes;
    }
}
