// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.output.Numbers;
import org.mediacapture.shell.output.Table;

/** Settings as a person reads them. Thread-safe. */
final class SettingsTable {
    private SettingsTable() {}

    static Table of(MediaTrackSettings settings) {
        Map<String, Object> values = settings.toMap();
        return new Table(
                List.of("PROPERTY", "VALUE", "UNIT"),
                settings.properties().stream()
                        .map(property ->
                                List.of(property.name(), Numbers.shown(values.get(property.name())), property.unit()))
                        .toList(),
                "the track has no settings");
    }
}
