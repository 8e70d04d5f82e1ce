// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;

/** Finds the microphone that a person means. Thread-safe. */
public final class MicrophoneDirectory {
    private final MediaDevices devices;
    private final Waits waits;

    /**
     * Makes a directory.
     *
     * @param devices tells which microphones there are
     * @param waits how long to wait for its answer
     */
    public MicrophoneDirectory(MediaDevices devices, Waits waits) {
        this.devices = devices;
        this.waits = waits;
    }

    /**
     * Finds a microphone by its device id, label, or a part of the label that only one microphone has.
     *
     * @param text what was typed
     * @return the microphone
     * @throws IllegalArgumentException if several microphones are meant
     * @throws MediaException with NotFoundError if there is none
     * @throws InterruptedException if the command was interrupted
     */
    public MediaDeviceInfo find(String text) throws InterruptedException {
        List<MediaDeviceInfo> microphones =
                Answer.of(devices.enumerateDevices(), waits.answer(), "listing the devices", late -> {}).stream()
                        .filter(device -> device.kind() == MediaDeviceKind.AUDIO_INPUT)
                        // While devices are not exposed they have neither id nor label (ENUM-4).
                        .filter(device -> !device.deviceId().isEmpty())
                        .toList();
        String lower = text.toLowerCase(Locale.ROOT);
        Stream<Predicate<MediaDeviceInfo>> meanings = Stream.of(
                device -> device.deviceId().equals(text),
                device -> device.label().equalsIgnoreCase(text),
                device -> !lower.isBlank()
                        && device.label().toLowerCase(Locale.ROOT).contains(lower));
        return meanings.map(meaning -> microphones.stream().filter(meaning).toList())
                .filter(matches -> !matches.isEmpty())
                .findFirst()
                .map(matches -> single(text, matches))
                .orElseThrow(() -> new MediaException(ErrorName.NOT_FOUND, missing(text, microphones)));
    }

    private static MediaDeviceInfo single(String text, List<MediaDeviceInfo> matches) {
        if (matches.size() > 1) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" may mean " + labels(matches, " or ") + "; use the device id");
        }
        return matches.get(0);
    }

    private static String missing(String text, List<MediaDeviceInfo> microphones) {
        return "there is no microphone \"" + text + "\"; there is "
                + (microphones.isEmpty() ? "none" : labels(microphones, ", ")) + "; camera:devices lists them";
    }

    private static String labels(List<MediaDeviceInfo> microphones, String separator) {
        return microphones.stream().map(device -> "\"" + device.label() + "\"").collect(Collectors.joining(separator));
    }
}
