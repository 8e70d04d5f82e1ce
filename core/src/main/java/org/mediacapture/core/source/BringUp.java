// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.function.Function;
import org.mediacapture.core.frame.BlackClock;
import org.mediacapture.core.select.Selection;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Opens and starts the camera, for its first track or for those that it has. Confined to the strand. */
final class BringUp {
    private final SourceParts parts;
    private final Configurator configurator;
    private final BlackClock black;

    /**
     * Makes it.
     *
     * @param black stands in for the camera until it streams
     */
    BringUp(SourceParts parts, Configurator configurator, BlackClock black) {
        this.parts = parts;
        this.configurator = configurator;
        this.black = black;
    }

    /**
     * In the mode and with the controls in force, as far as the camera has them (HS-3).
     *
     * @param cause what tracks are told if their settings or capabilities are others then (OC-2)
     */
    Promise<Selection> again(String cause) {
        SourceView before = parts.view();
        List<SeenTrack> seen = SeenTrack.of(parts.tracks().all(), before);
        return with(opened -> Succession.select(before, opened, parts.tracks().all()))
                .thenAccept(selection -> seen.forEach(track -> track.tellChange(parts.view(), cause)));
    }

    /** As selected when it is known what the camera can do. */
    Promise<Selection> with(Function<SourceView, Selection> selector) {
        return parts.stream().bringUp(selector).map(streaming -> {
            VideoMode mode = streaming.selection().mode();
            black.stop();
            parts.status()
                    .show(streaming
                            .view()
                            .steering(parts.view().steered())
                            .steering(streaming.selection().controls().properties()));
            configurator.adapt(mode);
            parts.stream().begun(mode);
            return streaming.selection();
        });
    }
}
