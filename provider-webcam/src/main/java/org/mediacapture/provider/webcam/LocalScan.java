// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks which local cameras there are. Confined to the discovery thread. On Linux the natives are loaded, and asked, only when a
 * device is there that was not there before: asking opens every device for a moment.
 */
final class LocalScan {
    /** How often the natives are asked for a device that they do not see; its permissions come a moment after it. */
    private static final int MOST_TRIES = 5;

    private final VideoNodes nodes;
    private final Grabbers grabbers;
    private final Map<LocalCamera, Integer> tries = new HashMap<>();
    private Set<LocalCamera> known = Set.of();

    LocalScan(VideoNodes nodes, Grabbers grabbers) {
        this.nodes = nodes;
        this.grabbers = grabbers;
    }

    /**
     * Looks.
     *
     * @return the cameras that are there now
     * @throws LinkageError if there may be some and the natives cannot be loaded
     */
    Set<LocalCamera> look() {
        if (!nodes.isLinux()) {
            return grabbers.list().stream()
                    .map(found -> new LocalCamera(found.id(), found.name(), found.id()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        List<LocalCamera> there = nodes.capturing();
        tries.keySet().retainAll(there);
        List<LocalCamera> unknown = new ArrayList<>(there);
        unknown.removeIf(camera -> known.contains(camera) || tries.getOrDefault(camera, 0) >= MOST_TRIES);
        Set<String> seen = unknown.isEmpty() ? Set.of() : ask(unknown);
        known = there.stream()
                .filter(camera -> known.contains(camera) || seen.contains(camera.id()))
                .collect(Collectors.toUnmodifiableSet());
        return known;
    }

    /** Whether all that is there is known, or was asked for often enough, so that only a change gives something new. */
    boolean isSettled() {
        return tries.entrySet().stream()
                .allMatch(tried -> known.contains(tried.getKey()) || tried.getValue() >= MOST_TRIES);
    }

    private Set<String> ask(List<LocalCamera> unknown) {
        unknown.forEach(camera -> tries.merge(camera, 1, Integer::sum));
        return grabbers.list().stream().map(Grabbers.Found::id).collect(Collectors.toUnmodifiableSet());
    }
}
