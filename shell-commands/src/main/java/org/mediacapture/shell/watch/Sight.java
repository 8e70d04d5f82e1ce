// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.ProviderTroubleStatus;

/**
 * The cameras and the providers without cameras as they were seen at a moment, to be compared with what is seen later. What came
 * and went between two looks is not seen. Immutable.
 *
 * @param cameras the cameras by name
 * @param troubles what providers lack
 */
record Sight(Map<String, SeenCamera> cameras, List<ProviderTroubleStatus> troubles) {
    private static final Sight NOTHING = new Sight(Map.of(), List.of());

    /** A first look. */
    static Sight of(CameraAdmin admin) {
        return NOTHING.next(admin);
    }

    /** A further look, which knows what was seen before. */
    Sight next(CameraAdmin admin) {
        Map<String, SeenCamera> seen = new LinkedHashMap<>();
        admin.cameras()
                .forEach(status -> seen.put(
                        status.name(),
                        Optional.ofNullable(cameras.get(status.name()))
                                .map(before -> before.then(status))
                                .orElseGet(() -> SeenCamera.of(status))));
        return new Sight(seen, List.copyOf(admin.troubles()));
    }

    /** What has happened since the look before; cameras that came or went are told by devicechange. */
    List<News> since(Sight before) {
        List<News> news = new ArrayList<>();
        cameras.forEach((name, camera) ->
                Optional.ofNullable(before.cameras.get(name)).ifPresent(earlier -> news.addAll(camera.since(earlier))));
        faults(before.troubles, troubles, true).forEach(news::add);
        faults(troubles, before.troubles, false).forEach(news::add);
        return news;
    }

    /** Those that only some have. */
    private static Stream<News> faults(
            List<ProviderTroubleStatus> some, List<ProviderTroubleStatus> others, boolean over) {
        return some.stream()
                .filter(trouble -> !others.contains(trouble))
                .map(trouble -> new News.Fault("", trouble.provider(), trouble.reason(), over));
    }
}
