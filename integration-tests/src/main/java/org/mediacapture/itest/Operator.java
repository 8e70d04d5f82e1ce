// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.util.Optional;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** What an operator of the framework works with. Thread-safe. */
record Operator(BundleContext context, ConfigurationAdmin configurations, CameraAdmin admin) {
    /** The camera of this short name. */
    Optional<CameraStatus> camera(String name) {
        return admin.cameras().stream()
                .filter(camera -> camera.name().equals(name))
                .findFirst();
    }

    /** The framework itself, from which no service is hidden. */
    Bundle framework() {
        return context.getBundle(0);
    }
}
