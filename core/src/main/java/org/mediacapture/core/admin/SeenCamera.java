// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraEvent.Type;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;

/**
 * A camera as it was seen at a moment. Immutable.
 *
 * @param status what was seen
 * @param provider the provider that it is open through, or was before it was lost or released; "" of one that is idle
 * @param open whether it is open; of one that is lost or on its way whether it was so before
 * @param failed whether it is lost because its provider failed or went, and not because it is brought to another on purpose
 */
record SeenCamera(CameraStatus status, String provider, boolean open, boolean failed) {
    /** A camera that is seen for the first time. */
    static SeenCamera of(CameraStatus status) {
        return new SeenCamera(status, inUse(status).orElse(""), status.state() == CameraState.STREAMING, false);
    }

    /** The same camera, seen again. */
    SeenCamera then(CameraStatus now) {
        String user = inUse(now).orElse(now.state() == CameraState.IDLE ? "" : provider);
        boolean fails = isLost(now) && (failed || !isLost(status) && providerFails(now));
        boolean opened = switch (now.state()) {
            case STREAMING -> true;
            case IDLE, RELEASED -> false;
            case OPENING, LOST -> open;
        };
        return new SeenCamera(now, user, opened, fails);
    }

    /** Another camera may have come by the name. */
    boolean isSame(CameraStatus other) {
        return status.deviceId().equals(other.deviceId());
    }

    /** It is seen for the first time, with its best provider; what has become of it meanwhile is told, too. */
    List<CameraEvent> appeared() {
        String best = status.providers().stream()
                .findFirst()
                .map(ProviderStatus::provider)
                .orElse("");
        CameraStatus alone = new CameraStatus(
                status.deviceId(), status.name(), status.label(), status.address(), CameraState.IDLE, "", List.of());
        List<CameraEvent> events = new ArrayList<>();
        events.add(event(Type.ADDED, best, place()));
        events.addAll(since(of(alone)));
        return events;
    }

    /** It is not seen any more, and closed, if it was open when it was seen last. */
    List<CameraEvent> disappeared() {
        CameraEvent removed = event(Type.REMOVED, provider, place());
        return open
                ? List.of(event(Type.CLOSED, provider, isLost(status) ? status.cause() : ""), removed)
                : List.of(removed);
    }

    private String place() {
        return status.label() + " at " + status.address();
    }

    /** What has become of it since it was seen before. */
    List<CameraEvent> since(SeenCamera before) {
        List<CameraEvent> events = new ArrayList<>();
        boolean lost = failed && !before.failed;
        status.providers().stream()
                .map(ProviderStatus::provider)
                .distinct()
                .filter(name -> !lost || !name.equals(before.provider)) // that is told as the loss
                .forEach(name -> events.addAll(troubles(before, name)));
        if (lost) {
            events.add(event(Type.LOST, before.provider, status.cause()));
        }
        if (isOpenAgain(before)) {
            arrival(before, events).ifPresent(events::add);
        }
        if (open && !before.open) {
            events.add(event(Type.OPENED, provider, status.cause()));
        }
        if (!open && before.open) {
            CameraStatus last = isLost(before.status) ? before.status : status;
            events.add(event(Type.CLOSED, before.provider, last.cause()));
        }
        return events;
    }

    /** What a provider's trouble is since, or was; it may offer the camera twice, as one that was found and is configured, too. */
    private List<CameraEvent> troubles(SeenCamera before, String name) {
        List<String> now = troubles(name);
        List<String> then = before.troubles(name);
        List<CameraEvent> fresh = now.stream()
                .filter(trouble -> !then.contains(trouble))
                .map(trouble -> event(Type.FAULT, name, trouble))
                .toList();
        return fresh.isEmpty()
                ? then.stream()
                        .filter(trouble -> !now.contains(trouble))
                        .map(trouble -> event(Type.RECOVERED, name, trouble))
                        .toList()
                : fresh;
    }

    private List<String> troubles(String name) {
        return status.providers().stream()
                .filter(one -> one.provider().equals(name))
                .map(ProviderStatus::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether it is open, and was so through another provider, or lost. */
    private boolean isOpenAgain(SeenCamera before) {
        return inUse(status).isPresent()
                && !before.provider.isEmpty()
                && (before.failed || !provider.equals(before.provider));
    }

    /** It came to another provider; or back to its own, unless that is told already. */
    private Optional<CameraEvent> arrival(SeenCamera before, List<CameraEvent> told) {
        if (!provider.equals(before.provider)) {
            return Optional.of(new CameraEvent(Type.SWAPPED, status.name(), provider, before.provider, status.cause()));
        }
        return told.isEmpty() ? Optional.of(event(Type.RECOVERED, provider, before.status.cause())) : Optional.empty();
    }

    /** The provider is gone, or has got into trouble; one that is left on purpose is there as it was. */
    private boolean providerFails(CameraStatus now) {
        Optional<String> trouble = ofName(now, provider).map(ProviderStatus::trouble);
        return trouble.map(text -> !text.isEmpty()
                        && !Optional.of(text).equals(ofName(status, provider).map(ProviderStatus::trouble)))
                .orElse(true);
    }

    private CameraEvent event(Type type, String about, String cause) {
        return new CameraEvent(type, status.name(), about, cause);
    }

    private static boolean isLost(CameraStatus status) {
        return status.state() == CameraState.LOST;
    }

    private static Optional<String> inUse(CameraStatus status) {
        return status.providers().stream()
                .filter(ProviderStatus::inUse)
                .findFirst()
                .map(ProviderStatus::provider);
    }

    private static Optional<ProviderStatus> ofName(CameraStatus status, String provider) {
        return status.providers().stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst();
    }
}
