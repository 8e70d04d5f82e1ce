// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.ProviderTrouble;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What providers say that they lack here. Thread-safe. */
final class ProviderTroubles extends ServiceTracker<ProviderTrouble, ProviderTroubleStatus> {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderTroubles.class);

    private final Runnable onChange;
    // our own map, since the tracker's does not have a service yet while it is being added
    private final Map<ServiceReference<ProviderTrouble>, ProviderTroubleStatus> troubles = new ConcurrentHashMap<>();

    /**
     * Makes a tracker that is not open.
     *
     * @param onChange called on the framework's thread after each change; returns at once
     */
    ProviderTroubles(BundleContext context, Runnable onChange) {
        super(context, ProviderTrouble.class, null);
        this.onChange = onChange;
    }

    /** All troubles, by name of the provider. */
    List<ProviderTroubleStatus> all() {
        return troubles.values().stream()
                .sorted(Comparator.comparing(ProviderTroubleStatus::provider)
                        .thenComparing(ProviderTroubleStatus::reason))
                .toList();
    }

    /** Asks once, since the answer never changes; answers null, as the tracker wants it, for a service that went while we looked. */
    @Override
    public ProviderTroubleStatus addingService(ServiceReference<ProviderTrouble> reference) {
        Bundle bundle = reference.getBundle();
        ProviderTrouble trouble = context.getService(reference);
        if (bundle == null || trouble == null) {
            return null;
        }
        ProviderTroubleStatus status = new ProviderTroubleStatus(
                ServiceProperties.text(reference, CameraProperties.PROVIDER),
                BundleName.of(bundle),
                told(trouble, trouble::reason, "it does not tell why"),
                told(trouble, trouble::remedy, ""));
        context.ungetService(reference);
        troubles.put(reference, status);
        onChange.run();
        return status;
    }

    @Override
    public void removedService(ServiceReference<ProviderTrouble> reference, ProviderTroubleStatus status) {
        troubles.remove(reference);
        onChange.run();
    }

    /** A provider that cannot even tell what it lacks has no cameras all the same. */
    private static String told(ProviderTrouble trouble, Supplier<String> question, String silence) {
        try {
            return Optional.ofNullable(question.get()).orElse(silence);
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn(
                    "{} cannot tell what its provider lacks", trouble.getClass().getName(), broken);
            return "it cannot tell why: " + broken;
        }
    }
}
