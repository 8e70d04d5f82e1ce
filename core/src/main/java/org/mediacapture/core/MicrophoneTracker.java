// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.function.Consumer;
import org.mediacapture.core.inventory.Microphone;
import org.mediacapture.core.inventory.MicrophoneInventory;
import org.mediacapture.provider.MicrophoneDevice;
import org.mediacapture.provider.MicrophoneProperties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the microphone services into the inventory; the tracks of one that goes end. */
final class MicrophoneTracker extends ServiceTracker<MicrophoneDevice, String> {
    private static final Logger LOG = LoggerFactory.getLogger(MicrophoneTracker.class);

    private final MicrophoneInventory inventory;
    private final Consumer<String> onGone;

    /**
     * Makes a tracker that is not open.
     *
     * @param onGone called with the address of a microphone that no service offers any more; returns at once
     */
    MicrophoneTracker(BundleContext context, MicrophoneInventory inventory, Consumer<String> onGone) {
        super(context, MicrophoneDevice.class, null);
        this.inventory = inventory;
        this.onGone = onGone;
    }

    /** Answers null, as the tracker wants it, for a service that is no microphone: one without address, label or provider. */
    @Override
    public String addingService(ServiceReference<MicrophoneDevice> reference) {
        String address = ServiceProperties.text(reference, MicrophoneProperties.ADDRESS);
        String label = ServiceProperties.text(reference, MicrophoneProperties.LABEL);
        String provider = ServiceProperties.text(reference, MicrophoneProperties.PROVIDER);
        if (address.isEmpty() || label.isEmpty() || provider.isEmpty()) {
            LOG.warn(
                    "A MicrophoneDevice of {} lacks one of {}, {}, {} and is left out",
                    reference.getBundle(),
                    MicrophoneProperties.ADDRESS,
                    MicrophoneProperties.LABEL,
                    MicrophoneProperties.PROVIDER);
            return null;
        }
        MicrophoneDevice device = context.getService(reference);
        if (device == null) {
            return null; // it went while we looked
        }
        inventory.add(
                new Microphone.Offer(
                        address,
                        label,
                        provider,
                        ServiceProperties.number(reference, Constants.SERVICE_RANKING),
                        serviceId(reference)),
                device);
        return address;
    }

    @Override
    public void removedService(ServiceReference<MicrophoneDevice> reference, String address) {
        inventory.remove(serviceId(reference));
        if (inventory.microphones().stream()
                .noneMatch(microphone -> microphone.address().equals(address))) {
            onGone.accept(address);
        }
        context.ungetService(reference);
    }

    private static long serviceId(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
