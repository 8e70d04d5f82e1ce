// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.output.Json;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.TrackEvent;

/**
 * An event as {@code camera:watch} prints it. Immutable.
 *
 * @param time when it was heard of
 * @param words what a person reads after the time
 * @param members what a program reads beside the time
 */
record WatchedEvent(ZonedDateTime time, List<String> words, Map<String, Object> members) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    WatchedEvent {
        Objects.requireNonNull(time, "time");
        words = List.copyOf(words);
    }

    static WatchedEvent of(ZonedDateTime time, UsageEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", event.type().value());
        members.put("device", event.device());
        members.put("bundle", event.bundle());
        members.put("origin", event.origin());
        members.put("cause", event.cause());
        String holder =
                event.bundle().equals(event.origin()) ? event.bundle() : event.bundle() + " for " + event.origin();
        return new WatchedEvent(time, words(event.type().value(), event.device(), holder, event.cause()), members);
    }

    static WatchedEvent of(ZonedDateTime time, DeviceChangeEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "devicechange");
        members.put("devices", maps(event.devices()));
        members.put("userInsertedDevices", maps(event.userInsertedDevices()));
        return new WatchedEvent(
                time,
                words(
                        "devicechange",
                        event.devices().size() + " devices",
                        event.userInsertedDevices().stream()
                                .map(device -> "new: " + device.label() + " ("
                                        + device.kind().value() + ")")
                                .collect(Collectors.joining(", "))),
                members);
    }

    static WatchedEvent of(ZonedDateTime time, OpenTrack open, TrackEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", event.type().value());
        members.put("device", open.camera());
        members.put("track", open.name());
        members.put("id", open.track().id());
        members.put("cause", event.cause());
        return new WatchedEvent(time, words(event.type().value(), open.camera(), open.name(), event.cause()), members);
    }

    /** One line for a person. */
    String text() {
        return CLOCK.format(time) + "  " + String.join("  ", words).replaceAll("\\R", " ");
    }

    /** One JSON document on one line. */
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("time", time.truncatedTo(ChronoUnit.MILLIS).toInstant().toString());
        all.putAll(members);
        return Json.line(all);
    }

    private static List<String> words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).toList();
    }

    private static List<Map<String, Object>> maps(List<MediaDeviceInfo> devices) {
        return devices.stream().map(MediaDeviceInfo::toMap).toList();
    }
}
