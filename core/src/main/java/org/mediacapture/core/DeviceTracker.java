// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mediacapture.core.identity.Identities;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the camera services into the inventory. When one goes, the framework's thread waits for its session to close, and for
 * nothing else (HS-2).
 */
final class DeviceTracker extends ServiceTracker<CameraDevice, Offer> {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceTracker.class);

    private final CameraInventory inventory;
    private final Identities identities;
    private final Scheduler scheduler;
    private final Supplier<Deadlines> deadlines;

    DeviceTracker(
            BundleContext context,
            CameraInventory inventory,
            Identities identities,
            Scheduler scheduler,
            Supplier<Deadlines> deadlines) {
        super(context, CameraDevice.class, null);
        this.inventory = inventory;
        this.identities = identities;
        this.scheduler = scheduler;
        this.deadlines = deadlines;
    }

    /** Answers null, as the tracker wants it, for a service that is no camera: one without address, label or provider. */
    @Override
    public Offer addingService(ServiceReference<CameraDevice> reference) {
        Optional<Offer.Description> description = describe(reference);
        if (description.isEmpty()) {
            LOG.warn(
                    "A CameraDevice of {} lacks one of {}, {}, {} and is left out",
                    reference.getBundle(),
                    CameraProperties.ADDRESS,
                    CameraProperties.LABEL,
                    CameraProperties.PROVIDER);
            return null;
        }
        CameraDevice device = context.getService(reference);
        if (device == null) {
            return null; // it went while we looked
        }
        Offer offer =
                new Offer(device, description.get(), replaced(description.get().address()));
        inventory.add(offer);
        return offer;
    }

    @Override
    public void modifiedService(ServiceReference<CameraDevice> reference, Offer offer) {
        describe(reference).ifPresent(changed -> inventory.describe(offer, changed));
    }

    @Override
    public void removedService(ServiceReference<CameraDevice> reference, Offer offer) {
        scheduler.await(inventory.remove(offer), deadlines.get().close());
        context.ungetService(reference);
    }

    /** Whether another device is behind the address than now; where one of both is not known, nothing speaks for it. */
    private BooleanSupplier replaced(String address) {
        Optional<String> registered = identities.deviceAt(address);
        return () -> registered.isPresent()
                && identities
                        .deviceAt(address)
                        .filter(now -> !now.equals(registered.get()))
                        .isPresent();
    }

    private Optional<Offer.Description> describe(ServiceReference<CameraDevice> reference) {
        String address = ServiceProperties.text(reference, CameraProperties.ADDRESS);
        String label = ServiceProperties.text(reference, CameraProperties.LABEL);
        String provider = ServiceProperties.text(reference, CameraProperties.PROVIDER);
        Bundle bundle = reference.getBundle();
        if (address.isEmpty() || label.isEmpty() || provider.isEmpty() || bundle == null) {
            return Optional.empty();
        }
        String told = ServiceProperties.text(reference, CameraProperties.IDENTITY);
        return Optional.of(new Offer.Description(
                address,
                told.isEmpty() ? identities.deviceAt(address).orElse(address) : told,
                label,
                ServiceProperties.text(reference, CameraProperties.NAME),
                ServiceProperties.text(reference, CameraProperties.FACING),
                provider,
                BundleName.of(bundle),
                bundle.getBundleId(),
                ServiceProperties.number(reference, Constants.SERVICE_RANKING),
                (Long) reference.getProperty(Constants.SERVICE_ID)));
    }
}
