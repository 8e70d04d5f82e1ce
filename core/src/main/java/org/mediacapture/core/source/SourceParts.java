// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.function.Supplier;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Strand;

/**
 * What the parts of one source share. Immutable; what it holds is confined to the strand.
 *
 * @param name short name of the camera
 * @param strand where everything happens
 * @param deadlines the deadlines in force
 * @param status what the source is like now
 * @param tracks its tracks
 * @param slot its session
 * @param stream the session's stream
 * @param queue its operations
 */
record SourceParts(
        String name,
        Strand strand,
        Supplier<Deadlines> deadlines,
        SourceStatus status,
        SourceTracks tracks,
        SessionSlot slot,
        CameraStream stream,
        ControlQueue queue) {
    SourceView view() {
        return status.view();
    }
}
