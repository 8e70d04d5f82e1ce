// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.words.CloseMatches;

/** Finds the camera that a person means. Thread-safe. */
public final class CameraDirectory {
    private final CameraAdmin admin;
    private final CameraChanges changes;
    private final Predicate<String> configured;
    private final Waits waits;

    /**
     * Makes a directory.
     *
     * @param admin tells which cameras there are
     * @param configured whether a camera of a short name is configured, so that it is worth waiting for
     * @param waits how long
     */
    public CameraDirectory(CameraAdmin admin, Predicate<String> configured, Waits waits) {
        this.admin = admin;
        this.changes = new CameraChanges(admin);
        this.configured = configured;
        this.waits = waits;
    }

    /**
     * Finds a camera by its short name, device id, label, or a part of the label that only one camera has. A camera that
     * is configured and not there yet is waited for.
     *
     * @param text what was typed
     * @return the camera
     * @throws IllegalArgumentException if several cameras are meant
     * @throws MediaException with NotFoundError if there is none
     * @throws InterruptedException if the command was interrupted
     */
    public CameraStatus find(String text) throws InterruptedException {
        return find(text, "camera \"" + text + "\" not found");
    }

    /** The same, with what a message says first if there is no such camera. */
    CameraStatus find(String text, String missing) throws InterruptedException {
        // The camera that is configured under this name is meant, even if another one's label would do meanwhile.
        if (configured.test(text)) {
            return changes.awaitNamed(text, waits.arrival())
                    .orElseThrow(() -> new MediaException(
                            ErrorName.NOT_FOUND,
                            "camera \"" + text + "\" is configured, and no provider offers it; " + others()));
        }
        // Without any camera the framework may just have started.
        Duration patience = admin.cameras().isEmpty() ? waits.arrival() : Duration.ZERO;
        return changes.await(cameras -> match(cameras, text), patience)
                .orElseThrow(() -> new MediaException(ErrorName.NOT_FOUND, missing + meant(text)));
    }

    /**
     * Whether a text is the short name, the device id or the whole label of a camera that is there.
     *
     * @param text the text
     * @return true if it is
     */
    public boolean isNamed(String text) {
        return admin.cameras().stream()
                .anyMatch(camera -> List.of(camera.name(), camera.deviceId(), camera.label())
                        .contains(text));
    }

    /**
     * All cameras, the best first; the first one is waited for.
     *
     * @return at least one camera
     * @throws MediaException with NotFoundError if there is none
     * @throws InterruptedException if the command was interrupted
     */
    public List<CameraStatus> best() throws InterruptedException {
        return changes.await(cameras -> Optional.of(cameras).filter(list -> !list.isEmpty()), waits.arrival())
                .orElseThrow(
                        () -> new MediaException(ErrorName.NOT_FOUND, "there is no camera; camera:add URL adds one"));
    }

    /**
     * The camera of a device id.
     *
     * @param deviceId the id that this bundle sees
     * @return the camera, or empty
     */
    public Optional<CameraStatus> withId(String deviceId) {
        return admin.cameras().stream()
                .filter(camera -> camera.deviceId().equals(deviceId))
                .findFirst();
    }

    /**
     * The provider that serves a camera.
     *
     * @param camera the camera
     * @return the name of the one in use, else of the best one, else ""
     */
    public static String providerOf(CameraStatus camera) {
        return camera.providers().stream()
                .filter(ProviderStatus::inUse)
                .findFirst()
                .or(() -> camera.providers().stream().findFirst())
                .map(ProviderStatus::provider)
                .orElse("");
    }

    private Optional<CameraStatus> match(List<CameraStatus> cameras, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Stream<Predicate<CameraStatus>> meanings = Stream.of(
                camera -> camera.name().equals(text),
                camera -> camera.deviceId().equals(text),
                camera -> camera.name().equalsIgnoreCase(text),
                camera -> camera.label().equalsIgnoreCase(text),
                camera -> !lower.isBlank()
                        && camera.label().toLowerCase(Locale.ROOT).contains(lower));
        return meanings.map(meaning -> cameras.stream().filter(meaning).toList())
                .filter(matches -> !matches.isEmpty())
                .findFirst()
                .map(matches -> single(text, matches));
    }

    private static CameraStatus single(String text, List<CameraStatus> matches) {
        if (matches.size() > 1) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" may mean " + names(matches, " or ") + "; use the short name");
        }
        return matches.get(0);
    }

    /** The name that was mistyped, if one is close, else the names that there are. */
    private String meant(String text) {
        String question = CloseMatches.question(
                text, admin.cameras().stream().map(CameraStatus::name).toList());
        return question.isEmpty()
                ? "; " + others()
                : question + " (camera:devices lists " + admin.cameras().size() + ")";
    }

    private String others() {
        List<CameraStatus> cameras = admin.cameras();
        return cameras.isEmpty()
                ? "there is none (camera:add URL adds one)"
                : "there is " + names(cameras, ", ") + " (camera:devices lists them)";
    }

    private static String names(List<CameraStatus> cameras, String separator) {
        return cameras.stream()
                .map(camera -> camera.name() + " (" + camera.label() + ")")
                .collect(Collectors.joining(separator));
    }
}
