// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.core.inventory.OfferedDevices;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.promise.Promise;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the camera services into the inventory. When one goes, the framework's thread waits for its session to close, and for
 * nothing else (HS-2). The first one that goes with its bundle takes the others along, since Declarative Services may take them
 * away one by one before we hear that the bundle stops.
 */
final class DeviceTracker extends ServiceTracker<CameraDevice, Long> {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceTracker.class);

    private final OfferedDevices devices;
    private final Scheduler scheduler;
    private final Supplier<Deadlines> deadlines;

    DeviceTracker(BundleContext context, OfferedDevices devices, Scheduler scheduler, Supplier<Deadlines> deadlines) {
        super(context, CameraDevice.class, null);
        this.devices = devices;
        this.scheduler = scheduler;
        this.deadlines = deadlines;
    }

    /** Answers null, as the tracker wants it, for a service that is no camera: one without address, label or provider. */
    @Override
    public Long addingService(ServiceReference<CameraDevice> reference) {
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
        devices.add(device, description.get());
        return description.get().serviceId();
    }

    @Override
    public void modifiedService(ServiceReference<CameraDevice> reference, Long serviceId) {
        describe(reference).ifPresent(devices::describe);
    }

    @Override
    public void removedService(ServiceReference<CameraDevice> reference, Long serviceId) {
        Optional.ofNullable(reference.getBundle())
                .filter(bundle -> bundle.getState() == Bundle.STOPPING)
                .ifPresent(
                        bundle -> devices.stopping(bundle.getBundleId())); // before one of them becomes the successor
        Promise<Void> closed = devices.remove(serviceId);
        scheduler.await(closed, deadlines.get().close());
        context.ungetService(reference);
    }

    private static Optional<Offer.Description> describe(ServiceReference<CameraDevice> reference) {
        String address = ServiceProperties.text(reference, CameraProperties.ADDRESS);
        String label = ServiceProperties.text(reference, CameraProperties.LABEL);
        String provider = ServiceProperties.text(reference, CameraProperties.PROVIDER);
        Bundle bundle = reference.getBundle();
        if (address.isEmpty() || label.isEmpty() || provider.isEmpty() || bundle == null) {
            return Optional.empty();
        }
        return Optional.of(new Offer.Description(
                address,
                ServiceProperties.text(reference, CameraProperties.IDENTITY),
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
