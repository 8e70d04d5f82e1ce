// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.function.Function;
import org.mediacapture.admin.CameraState;
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
        return told(cause, parts.stream().bringUp(this::succession));
    }

    /**
     * Through another offer, while the camera goes on delivering: in the mode and with the controls in force, as far as it has
     * them (HS-6).
     */
    Promise<Selection> beside(Offer offer, String cause) {
        return told(cause, parts.stream().handOver(offer, this::succession));
    }

    /** As selected when it is known what the camera can do. */
    Promise<Selection> with(Function<SourceView, Selection> selector) {
        return parts.stream().bringUp(selector).map(started -> shown(started, ""));
    }

    private Selection succession(SourceView opened) {
        return Succession.select(parts.view(), opened, parts.tracks().all());
    }

    private Promise<Selection> told(String cause, Promise<Startup> startup) {
        return startup.map(started -> {
            List<SeenTrack> seen = SeenTrack.of(parts.tracks().all(), parts.view());
            Selection selection = shown(started, arrival(cause));
            seen.forEach(track -> track.tellChange(parts.view(), cause));
            return selection;
        });
    }

    /** How the camera came to be open through this provider, for operators. */
    private String arrival(String cause) {
        SourceView before = parts.view();
        if (before.inUse().isPresent()) {
            return cause + ", without a gap";
        }
        return before.state() == CameraState.LOST ? "it was carried over: " + before.cause() : "";
    }

    private Selection shown(Startup started, String arrival) {
        VideoMode mode = started.selection().mode();
        black.stop();
        parts.status()
                .show(started.view()
                        .in(CameraState.STREAMING, arrival)
                        .steering(parts.view().steered())
                        .steering(started.selection().controls().properties()));
        configurator.adapt(mode);
        parts.stream().begun(mode);
        return started.selection();
    }
}
