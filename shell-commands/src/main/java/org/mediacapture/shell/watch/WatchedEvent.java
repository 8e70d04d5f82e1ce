// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mediacapture.admin.CameraEvent;
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
 * @param type what happened, as a word
 * @param camera short name of the camera or microphone, or "" if it is about none or several
 * @param track short name of the track, or "" if it is about none of the shell
 * @param cause why, and what else there is to say, in words
 * @param members what a program reads beside the time and the type
 */
record WatchedEvent(
        ZonedDateTime time, String type, String camera, String track, String cause, Map<String, Object> members) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final String DEVICE = "device";
    private static final String CAUSE = "cause";

    /** The longest word for an event is "configurationchange"; a longer name moves what stands behind it. */
    private static final String COLUMNS = "%-12s  %-19s  %-16s  %-5s  %s";

    WatchedEvent {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(cause, "cause");
    }

    static WatchedEvent of(ZonedDateTime time, UsageEvent event) {
        boolean decision = switch (event.type()) {
            case ALLOWED, REFUSED, REVOKED -> true;
            case STARTED, STOPPED -> false;
        };
        Map<String, Object> members = new LinkedHashMap<>();
        if (decision) {
            members.put("decision", event.type().value());
        }
        members.put(DEVICE, event.device());
        members.put("bundle", event.bundle());
        members.put("origin", event.origin());
        members.put(CAUSE, event.cause());
        String holder =
                event.bundle().equals(event.origin()) ? event.bundle() : event.bundle() + " for " + event.origin();
        return decision
                ? new WatchedEvent(
                        time,
                        "permission",
                        "",
                        "",
                        because(event.device() + " " + event.type().value() + " to " + holder, event.cause()),
                        members)
                : new WatchedEvent(
                        time, event.type().value(), event.device(), "", because(holder, event.cause()), members);
    }

    static WatchedEvent of(ZonedDateTime time, DeviceChangeEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("devices", maps(event.devices()));
        members.put("userInsertedDevices", maps(event.userInsertedDevices()));
        int count = event.devices().size();
        String arrived = event.userInsertedDevices().stream()
                .map(device -> device.label() + " (" + device.kind().value() + ")")
                .collect(Collectors.joining(", "));
        return new WatchedEvent(
                time,
                "devicechange",
                "",
                "",
                (count == 1 ? "1 device" : count + " devices") + (arrived.isEmpty() ? "" : "; new: " + arrived),
                members);
    }

    static WatchedEvent of(ZonedDateTime time, OpenTrack open, TrackEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(DEVICE, open.camera());
        members.put("track", open.name());
        members.put("id", open.track().id());
        members.put(CAUSE, event.cause());
        return new WatchedEvent(time, event.type().value(), open.camera(), open.name(), event.cause(), members);
    }

    /** Empty for what other events tell already: devices that come and go, and who uses them. */
    static Optional<WatchedEvent> of(ZonedDateTime time, CameraEvent event) {
        return switch (event.type()) {
            case ADDED, REMOVED, OPENED, CLOSED -> Optional.empty();
            case SWAPPED -> Optional.of(swap(time, event));
            case LOST, FAULT -> Optional.of(fault(time, event, false));
            case RECOVERED -> Optional.of(fault(time, event, true));
        };
    }

    private static WatchedEvent swap(ZonedDateTime time, CameraEvent swap) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(DEVICE, swap.camera());
        members.put("from", swap.formerProvider());
        members.put("to", swap.provider());
        members.put(CAUSE, swap.cause());
        String what = swap.formerProvider() + " to " + swap.provider();
        return new WatchedEvent(time, "swap", swap.camera(), "", because(what, swap.cause()), members);
    }

    private static WatchedEvent fault(ZonedDateTime time, CameraEvent fault, boolean over) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(DEVICE, fault.camera());
        members.put("provider", fault.provider());
        members.put("over", over);
        members.put(CAUSE, fault.cause());
        String subject = over ? fault.provider() + " is well again; it was" : fault.provider();
        return new WatchedEvent(time, "fault", fault.camera(), "", because(subject, fault.cause()), members);
    }

    /** The titles of the columns. */
    static String header() {
        return COLUMNS.formatted("TIME", "EVENT", "CAMERA", "TRACK", "CAUSE");
    }

    /** One line for a person. */
    String text() {
        return COLUMNS.formatted(CLOCK.format(time), type, cell(camera), cell(track), cause.replaceAll("\\R", " "))
                .stripTrailing();
    }

    /** One JSON document on one line. */
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("time", time.truncatedTo(ChronoUnit.MILLIS).toInstant().toString());
        all.put("type", type);
        all.putAll(members);
        return Json.line(all);
    }

    private static String cell(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String because(String what, String cause) {
        return cause.isEmpty() ? what : what + ": " + cause;
    }

    private static List<Map<String, Object>> maps(List<MediaDeviceInfo> devices) {
        return devices.stream().map(MediaDeviceInfo::toMap).toList();
    }
}
