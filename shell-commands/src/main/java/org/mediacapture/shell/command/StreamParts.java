// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;

/** Parts the constraints that were typed for a camera and a microphone at once. Thread-safe. */
final class StreamParts {
    private StreamParts() {}

    /**
     * Parts constraints: those on properties that only sound has are for the microphone, all others, advanced sets too,
     * for the camera.
     *
     * @param wanted a dictionary in the shapes of IDL-6
     * @return a dictionary for each kind
     */
    static Map<MediaKind, Map<String, Object>> of(Map<String, Object> wanted) {
        Map<MediaKind, Map<String, Object>> parts = new EnumMap<>(MediaKind.class);
        parts.put(MediaKind.VIDEO, new LinkedHashMap<>());
        parts.put(MediaKind.AUDIO, new LinkedHashMap<>());
        wanted.forEach((name, constraint) -> parts.get(kindOf(name)).put(name, constraint));
        return parts;
    }

    private static MediaKind kindOf(String name) {
        Optional<ConstrainableProperty<?>> property = ConstrainableProperty.named(name);
        boolean soundOnly = property.isPresent() && !property.get().media().contains(MediaKind.VIDEO);
        return soundOnly ? MediaKind.AUDIO : MediaKind.VIDEO;
    }
}
