// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.stream.Collectors;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the camera to another of its providers because somebody asked for it (HS-6). Confined to the strand. */
final class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    private final SourceParts parts;
    private final BringUp bringUp;
    private final CarryOver carryOver;

    Swap(SourceParts parts, BringUp bringUp, CarryOver carryOver) {
        this.parts = parts;
        this.bringUp = bringUp;
        this.carryOver = carryOver;
    }

    /**
     * Brings it, without a gap if it can be opened twice; where that fails it stays where it is. Else it is closed first, and comes
     * back to another provider if the wanted one fails. A released camera is opened through the wanted one when it is opened again.
     *
     * @return a promise that resolves when the tracks are there; it fails with {@code NotFoundError} if the provider does not offer
     *     the camera, {@code InvalidStateError} if no track uses it, {@code NotReadableError} if the provider cannot open it, and
     *     {@code OverconstrainedError} if that cannot do what the tracks require
     */
    Promise<Void> to(String provider) {
        Offer wanted = offer(provider);
        if (parts.view().state() == CameraState.IDLE) {
            throw new MediaException(ErrorName.INVALID_STATE, parts.name() + ": no track uses it");
        }
        if (!wanted.isUsable()) {
            throw unreadable(wanted, wanted.trouble());
        }
        Optional<String> before = parts.slot().preferred();
        parts.slot().prefer(Optional.of(provider));
        Optional<Offer> inUse = parts.view().inUse();
        if (inUse.isEmpty() || isOf(inUse.get(), provider)) {
            return ProviderCall.DONE;
        }
        String cause = "the camera is brought from " + inUse.get() + " to " + wanted;
        LOG.debug("{}: {}", parts.name(), cause);
        return (isShared(inUse.get()) && isShared(wanted) ? beside(wanted, cause) : moved(wanted, cause))
                .recoverWith(failed -> {
                    if (!(failed.getFailure() instanceof SessionLostException)) {
                        parts.slot().prefer(before);
                    }
                    return ProviderCall.INLINE.failed(failure(wanted, failed.getFailure()));
                });
    }

    private Promise<Void> beside(Offer wanted, String cause) {
        return bringUp.beside(wanted, cause).map(selection -> null);
    }

    private Promise<Void> moved(Offer wanted, String cause) {
        return carryOver.move(cause).map(moved -> {
            Offer found = parts.slot().streaming().offer();
            if (!isOf(found, wanted.description().provider())) {
                throw unreadable(wanted, wanted.trouble() + "; it goes on through " + found);
            }
            return null;
        });
    }

    private Offer offer(String provider) {
        return parts.slot().known().stream()
                .filter(offer -> isOf(offer, provider))
                .findFirst()
                .orElseThrow(() -> new MediaException(
                        ErrorName.NOT_FOUND,
                        parts.name() + ": no provider \"" + provider + "\" offers it; these do: "
                                + parts.slot().known().stream()
                                        .map(offer -> offer.description().provider())
                                        .distinct()
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean isOf(Offer offer, String provider) {
        return offer.description().provider().equals(provider);
    }

    /** Whether the camera can be opened beside a session of this offer; a device that fails to tell is taken to refuse. */
    private boolean isShared(Offer offer) {
        try {
            return !offer.device().exclusive();
        } catch (RuntimeException | Error failure) {
            LOG.warn("{}: {} cannot tell whether it can be opened twice", parts.name(), offer, failure);
            return false;
        }
    }

    private Throwable failure(Offer wanted, Throwable failure) {
        return failure instanceof CameraException ? unreadable(wanted, failure.getMessage()) : failure;
    }

    private MediaException unreadable(Offer wanted, String why) {
        return new MediaException(
                ErrorName.NOT_READABLE, parts.name() + ": it could not be brought to " + wanted + ": " + why);
    }
}
