// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.Collection;
import java.util.Set;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.MicrophoneDevice;

/**
 * Which bundles see the services of devices while these are hidden: the core, the framework, and the bundle that registered them.
 * Everything else is visible to all. Immutable.
 */
public final class DeviceVisibility {
    private static final long SYSTEM_BUNDLE = 0;
    private static final Set<String> HIDDEN = Set.of(CameraDevice.class.getName(), MicrophoneDevice.class.getName());

    private final long core;

    /**
     * Makes a visibility.
     *
     * @param core id of the core's bundle
     */
    public DeviceVisibility(long core) {
        this.core = core;
    }

    /**
     * Whether a bundle sees a service.
     *
     * @param types the class names under which it is registered; one of a device among them makes it a device
     * @param owner id of the bundle that registered it
     * @param viewer id of the bundle that looks
     */
    public boolean visible(Collection<String> types, long owner, long viewer) {
        return viewer == core
                || viewer == SYSTEM_BUNDLE
                || viewer == owner
                || types.stream().noneMatch(HIDDEN::contains);
    }
}
