// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderTroubleStatus;

/**
 * The cameras and the providers without cameras as they were seen at a moment, to be compared with what is seen later. What came
 * and went between two looks is not seen. Immutable.
 *
 * @param cameras the cameras by name
 * @param troubles what providers lack
 */
record Sight(Map<String, SeenCamera> cameras, List<ProviderTroubleStatus> troubles) {
    /** Before the first look. */
    static final Sight NOTHING = new Sight(Map.of(), List.of());

    /** A further look, which knows what was seen before. */
    Sight next(List<CameraStatus> present, List<ProviderTroubleStatus> lacking) {
        Map<String, SeenCamera> now = new LinkedHashMap<>();
        present.forEach(status -> now.put(
                status.name(), seen(status).map(before -> before.then(status)).orElseGet(() -> SeenCamera.of(status))));
        return new Sight(now, List.copyOf(lacking));
    }

    /** The same camera, if it is there. */
    private Optional<SeenCamera> seen(CameraStatus status) {
        return Optional.ofNullable(cameras.get(status.name())).filter(camera -> camera.isSame(status));
    }

    /** What has happened since the look before. */
    List<CameraEvent> since(Sight before) {
        List<CameraEvent> events = new ArrayList<>();
        before.cameras.values().stream()
                .filter(camera -> seen(camera.status()).isEmpty())
                .forEach(camera -> events.addAll(camera.disappeared()));
        cameras.values()
                .forEach(camera -> events.addAll(
                        before.seen(camera.status()).map(camera::since).orElseGet(camera::appeared)));
        events.addAll(troubles(CameraEvent.Type.RECOVERED, before.troubles, troubles));
        events.addAll(troubles(CameraEvent.Type.FAULT, troubles, before.troubles));
        return events;
    }

    /** Those that only some have. */
    private static List<CameraEvent> troubles(
            CameraEvent.Type type, List<ProviderTroubleStatus> some, List<ProviderTroubleStatus> others) {
        Stream<ProviderTroubleStatus> only = some.stream().filter(trouble -> !others.contains(trouble));
        return only.map(trouble -> new CameraEvent(type, "", trouble.provider(), trouble.reason()))
                .toList();
    }
}
