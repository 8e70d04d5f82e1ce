// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.events;

import java.util.HashMap;
import java.util.Map;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.UsageEvent;
import org.osgi.service.event.Event;

/** Makes events of Event Admin: all values are strings, and one that there is nothing to say for is not there. Immutable. */
final class Topics {
    /** What becomes of cameras; behind it the type. */
    static final String CAMERA = "org/mediacapture/camera/";

    /** Who uses them; behind it the type. */
    static final String USAGE = "org/mediacapture/usage/";

    private Topics() {}

    static Event of(CameraEvent event) {
        Map<String, String> told = new HashMap<>();
        told.put("camera", event.camera());
        told.put("provider", event.provider());
        told.put("formerProvider", event.formerProvider());
        told.put("cause", event.cause());
        return event(CAMERA + event.type().name(), told);
    }

    static Event of(UsageEvent event) {
        Map<String, String> told = new HashMap<>();
        told.put("device", event.device());
        told.put("bundle", event.bundle());
        told.put("origin", event.origin());
        told.put("cause", event.cause());
        return event(USAGE + event.type().name(), told);
    }

    private static Event event(String topic, Map<String, String> told) {
        told.values().removeIf(String::isEmpty);
        return new Event(topic, told);
    }
}
