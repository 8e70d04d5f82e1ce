// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;

/** The listeners of one track, by the type of event. Thread-safe. */
final class TrackListeners {
    private final Map<TrackEvent.Type, Listeners<TrackEvent>> byType = new EnumMap<>(TrackEvent.Type.class);

    TrackListeners() {
        Arrays.stream(TrackEvent.Type.values()).forEach(type -> byType.put(type, new Listeners<>(type.value())));
    }

    Registration add(TrackEvent.Type type, Consumer<TrackEvent> listener) {
        return byType.get(type).add(listener);
    }

    void fire(TrackEvent event) {
        byType.get(event.type()).call(event);
    }
}
