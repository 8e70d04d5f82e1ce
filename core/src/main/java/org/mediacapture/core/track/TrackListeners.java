// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Objects;
import java.util.function.Consumer;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;

/** The listeners of one track, each for one type of event. Thread-safe. */
final class TrackListeners {
    private final Listeners<TrackEvent> listeners = new Listeners<>("a track");

    Registration add(TrackEvent.Type type, Consumer<TrackEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        return listeners.add(event -> {
            if (event.type() == type) {
                listener.accept(event);
            }
        });
    }

    void fire(TrackEvent event) {
        listeners.call(event);
    }
}
