// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.testkit.CameraDeviceContract;

/** The provider contract for cameras by FFmpeg, whose modes are known when they are open. */
abstract class JavacvContract extends CameraDeviceContract {
    private static Interrupts interrupts;

    @BeforeAll
    static void load() {
        FFmpeg.load();
        interrupts = new Interrupts();
    }

    @AfterAll
    static void free() {
        interrupts.close();
    }

    /** Where the camera is. */
    abstract String url();

    static JavacvDevice device(String url) {
        return Plans.device(Plans.of(url), interrupts);
    }

    @Override
    protected CameraDevice device() throws Exception {
        return device(url());
    }

    @Override
    protected boolean modesKnownBeforeOpening() {
        return false;
    }

    @Override
    protected Map<String, Object> properties() {
        CameraPlan plan = Plans.of(url());
        return Map.of(
                CameraProperties.ADDRESS,
                plan.url().address(),
                CameraProperties.LABEL,
                plan.label(),
                CameraProperties.NAME,
                plan.name(),
                CameraProperties.PROVIDER,
                ProviderSettings.NAME);
    }
}
