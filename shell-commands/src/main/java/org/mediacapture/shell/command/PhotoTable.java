// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import org.mediacapture.shell.output.Numbers;
import org.mediacapture.shell.output.Table;

/** Photo capabilities and photo settings as a person reads them. Thread-safe. */
final class PhotoTable {
    private static final Map<String, String> UNITS = Map.of("imageWidth", "px", "imageHeight", "px");

    private PhotoTable() {}

    static Table ofCapabilities(Map<String, Object> members) {
        return new Table(
                List.of("SETTING", "VALUES", "UNIT"),
                members.entrySet().stream()
                        .map(member ->
                                List.of(member.getKey(), CapabilityText.of(member.getValue()), unit(member.getKey())))
                        .toList(),
                "the camera tells of no photo capabilities");
    }

    static Table ofSettings(Map<String, Object> members) {
        return new Table(
                List.of("SETTING", "VALUE", "UNIT"),
                members.entrySet().stream()
                        .map(member ->
                                List.of(member.getKey(), Numbers.shown(member.getValue()), unit(member.getKey())))
                        .toList(),
                "the camera tells of no photo settings");
    }

    private static String unit(String setting) {
        return UNITS.getOrDefault(setting, "");
    }
}
