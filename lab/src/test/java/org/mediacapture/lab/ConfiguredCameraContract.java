// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mediacapture.provider.CameraDevice;
import org.osgi.service.cm.Configuration;

/** A camera that {@code provider-javacv} offers because it is configured keeps the contract. */
abstract class ConfiguredCameraContract extends LabCameraContract {
    private final LabFramework framework;
    private final List<Configuration> configurations = new ArrayList<>();

    ConfiguredCameraContract(LabFramework framework, CameraLab lab, String driver) {
        super(framework, lab, "javacv", driver);
        this.framework = framework;
    }

    @Override
    CameraDevice offered(String address) {
        configurations.add(framework.configure(Map.of("url", address, "providers", "javacv")));
        return super.offered(address);
    }

    @Override
    protected void release(CameraDevice device) throws Exception {
        for (Configuration configuration : configurations) {
            configuration.delete();
        }
        super.release(device);
    }

    @Override
    protected boolean modesKnownBeforeOpening() {
        return false;
    }
}
