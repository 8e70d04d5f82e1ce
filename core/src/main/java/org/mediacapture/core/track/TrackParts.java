// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.time.Scheduler;

/** What every track is made with. Immutable. */
public record TrackParts(Scheduler scheduler, Publisher publisher) {
    TrackFeed feed(Output output) {
        return new TrackFeed(scheduler, output);
    }
}
