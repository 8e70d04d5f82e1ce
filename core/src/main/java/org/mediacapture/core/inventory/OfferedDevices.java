// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.mediacapture.core.source.Offer;
import org.mediacapture.provider.CameraDevice;
import org.osgi.util.promise.Promise;

/**
 * The services that are registered, each offered as the camera that is behind its address. A provider registers anew when that
 * becomes another one; for those that do not, since they serve an address and not a device, it is done here. Thread-safe.
 */
public final class OfferedDevices {
    private final CameraInventory inventory;
    private final Function<String, Optional<String>> deviceAt;
    private final Executor soon;
    private final Map<Long, Offered> services = new ConcurrentHashMap<>(); // by service id

    /**
     * Begins without services.
     *
     * @param deviceAt the device that is behind an address now; empty if only the address is known
     * @param soon runs a task soon, on another thread
     */
    public OfferedDevices(CameraInventory inventory, Function<String, Optional<String>> deviceAt, Executor soon) {
        this.inventory = inventory;
        this.deviceAt = deviceAt;
        this.soon = soon;
    }

    /**
     * Adds a service.
     *
     * @param told what its properties say; the identity is "" where they say none
     */
    public void add(CameraDevice device, Offer.Description told) {
        services.put(told.serviceId(), offer(device, told));
        lookAgain(); // what comes may be at an address where nothing was before
    }

    /** Takes over properties that have changed. */
    public void describe(Offer.Description told) {
        services.computeIfPresent(told.serviceId(), (id, offered) -> {
            inventory.describe(offered.offer(), told);
            return new Offered(offered.device(), offered.told().with(told), offered.there(), offered.offer());
        });
    }

    /**
     * Removes a service and closes what stands on it.
     *
     * @return a promise that resolves when the session is closed or left behind (HS-2)
     */
    public Promise<Void> remove(long serviceId) {
        return inventory.remove(
                Optional.ofNullable(services.remove(serviceId)).orElseThrow().offer());
    }

    /** A bundle stops: the sessions on all its services begin to close, in parallel (HS-2). Returns at once; idempotent. */
    public void stopping(long bundleId) {
        inventory.closeFor(offer -> offer.description().bundleId() == bundleId);
    }

    private Offered offer(CameraDevice device, Offer.Description told) {
        Optional<String> there = deviceAt.apply(told.address());
        String identity = told.identity().isEmpty() ? there.orElse(told.address()) : told.identity();
        Offer offer = new Offer(device, told.as(identity), () -> isReplaced(told.address(), there));
        inventory.add(offer);
        return new Offered(device, told, there, offer);
    }

    /** Whether another device is there than before; where one of both is not known, nothing speaks for it. */
    private boolean isReplaced(String address, Optional<String> before) {
        boolean replaced = before.isPresent()
                && deviceAt.apply(address)
                        .filter(now -> !before.get().equals(now))
                        .isPresent();
        if (replaced) {
            soon.execute(this::lookAgain);
        }
        return replaced;
    }

    private void lookAgain() {
        services.keySet().forEach(id -> services.computeIfPresent(id, (same, offered) -> lookAgain(offered)));
    }

    /**
     * Offers a service anew if there is another device. A session that is open is on the one that was there, and keeps its offer;
     * where the provider tells the identity, only the provider can tell another.
     */
    private Offered lookAgain(Offered offered) {
        Optional<String> now = deviceAt.apply(offered.told().address());
        boolean stays = now.isEmpty()
                || now.equals(offered.there())
                || !offered.told().identity().isEmpty();
        if (stays || inventory.isInUse(offered.offer())) {
            return offered;
        }
        inventory.remove(offered.offer());
        return offer(offered.device(), offered.told());
    }

    private record Offered(CameraDevice device, Offer.Description told, Optional<String> there, Offer offer) {}
}
