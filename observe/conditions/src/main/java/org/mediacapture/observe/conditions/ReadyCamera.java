// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.conditions;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.provider.CameraProperties;
import org.osgi.service.condition.Condition;

/**
 * A camera as the properties of its condition tell of it. Immutable.
 *
 * @param name its short name
 * @param label what a person calls it
 * @param address where it is, without credentials
 * @param facing where it looks, or ""
 * @param providers the providers through which it can be opened, the best first
 */
record ReadyCamera(String name, String label, String address, String facing, List<String> providers) {
    private static final String ID = "org.mediacapture.camera";

    /** The property that tells where it looks, in the word of the W3C. */
    private static final String FACING_MODE = "facingMode";

    static ReadyCamera of(CameraStatus camera) {
        return new ReadyCamera(
                camera.name(),
                camera.label(),
                camera.address(),
                camera.facing(),
                camera.providers().stream()
                        .filter(ProviderStatus::usable)
                        .map(ProviderStatus::provider)
                        .distinct()
                        .toList());
    }

    /** The properties of its condition. */
    Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, ID);
        properties.put(CameraProperties.NAME, name);
        properties.put(CameraProperties.LABEL, label);
        properties.put(CameraProperties.ADDRESS, address);
        properties.put(CameraProperties.PROVIDER, providers.toArray(String[]::new));
        if (!facing.isEmpty()) {
            properties.put(FACING_MODE, facing);
        }
        return properties;
    }
}
