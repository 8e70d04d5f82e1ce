// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.time.Scheduler;

/** What every track is made with. Immutable. */
public record TrackParts(Scheduler scheduler, Publisher publisher, Codecs codecs) {
    TrackFeed feed() {
        return new TrackFeed(scheduler, codecs);
    }
}
