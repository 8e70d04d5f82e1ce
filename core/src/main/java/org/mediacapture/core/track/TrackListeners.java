// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one track. Thread-safe. */
final class TrackListeners {
    private static final Logger LOG = LoggerFactory.getLogger(TrackListeners.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Registration add(TrackEvent.Type type, Consumer<TrackEvent> consumer) {
        Listener listener = new Listener(type, consumer);
        listeners.add(listener);
        return () -> listeners.removeIf(other -> other == listener);
    }

    /** Calls those who listen to the event; one that throws keeps none of the others from it. */
    void fire(TrackEvent event) {
        for (Listener listener : listeners) {
            try {
                if (listener.type == event.type()) {
                    listener.consumer.accept(event);
                }
            } catch (RuntimeException | Error failure) {
                LOG.warn("A listener of {} failed", event.type().value(), failure);
            }
        }
    }

    private record Listener(TrackEvent.Type type, Consumer<TrackEvent> consumer) {}
}
