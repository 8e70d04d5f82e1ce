// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.provider.CameraDevice;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mock camera in the service registry, until it is closed or pulled out. Closing unregisters it first, so that whoever uses it
 * can let go of it with its faults still in force, and then ends what is left, without waiting for it. Thread-safe.
 */
final class CameraRegistration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraRegistration.class);

    private final CameraDescription description;
    private final MockDevice device;
    private final ServiceRegistration<CameraDevice> registration;
    private final AtomicBoolean closed = new AtomicBoolean();

    CameraRegistration(BundleContext context, CameraDescription description, Studio studio) {
        this.description = description;
        this.device = new MockDevice(description, studio);
        this.registration = context.registerService(CameraDevice.class, device, description.serviceProperties());
        LOG.debug(
                "{} \"{}\" is there, by provider {}",
                description.address(),
                description.label(),
                description.provider());
        device.onUnplugged(this::close);
    }

    /** Idempotent. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            registration.unregister();
        } finally {
            device.close();
        }
        LOG.debug("{} is removed, by provider {}", description.address(), description.provider());
    }
}
