// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.PhotoSettings;

/** Makes the type of a photo and the ending of its file agree. Thread-safe. */
final class PhotoType {
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final Map<String, String> OF_ENDING = Map.of("jpg", JPEG, "jpeg", JPEG, "png", PNG);

    private PhotoType() {}

    /**
     * Adds the type that the ending of the file tells.
     *
     * @param settings as typed
     * @param file name of the file for the photo
     * @return settings with a type, where one was typed or the file's name ends in .png
     * @throws IllegalArgumentException if the type or the ending is unknown, or they contradict each other
     */
    static PhotoSettings completed(PhotoSettings settings, String file) {
        String ending = ending(file);
        Optional<String> ofFile = Optional.ofNullable(OF_ENDING.get(ending));
        if (!ending.isEmpty() && ofFile.isEmpty()) {
            throw new IllegalArgumentException("\"" + file + "\" ends in ." + ending
                    + ", which is no format of a photo; .jpg, .jpeg and .png are");
        }
        settings.type().ifPresent(type -> check(type, file, ofFile));
        // JPEG is what a photo is anyway: it is not asked for, so that the camera's own file is taken.
        return settings.type().isPresent() || !ofFile.equals(Optional.of(PNG)) ? settings : withType(settings, PNG);
    }

    private static void check(String type, String file, Optional<String> ofFile) {
        if (!OF_ENDING.containsValue(type)) {
            throw new IllegalArgumentException("type: \"" + type + "\" is not one of " + JPEG + ", " + PNG);
        }
        ofFile.filter(expected -> !expected.equals(type)).ifPresent(expected -> {
            throw new IllegalArgumentException("type=" + type + " contradicts the file \"" + file + "\", which is "
                    + expected + " by its ending; change one of the two");
        });
    }

    private static PhotoSettings withType(PhotoSettings settings, String type) {
        Map<String, Object> members = new LinkedHashMap<>(settings.toMap());
        members.put("type", type);
        return PhotoSettings.fromMap(members);
    }

    private static String ending(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar)) + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT); // .photo is hidden, and has no ending
    }
}
