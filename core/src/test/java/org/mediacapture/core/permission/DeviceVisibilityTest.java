// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.MicrophoneDevice;
import org.mediacapture.stream.MediaDevices;

/** Devices are kept from all but those who need them, so that the permissions are not walked round (PERM-1). */
class DeviceVisibilityTest {
    private static final long SYSTEM = 0;
    private static final long CORE = 7;
    private static final long PROVIDER = 12;
    private static final long APPLICATION = 20;

    private final DeviceVisibility visibility = new DeviceVisibility(CORE);

    @Test
    @Rule("PERM-1")
    void applicationsDoNotSeeDevices() {
        assertThat(visibility.visible(List.of(CameraDevice.class.getName()), PROVIDER, APPLICATION))
                .isFalse();
        assertThat(visibility.visible(List.of(MicrophoneDevice.class.getName()), PROVIDER, APPLICATION))
                .isFalse();
        assertThat(visibility.visible(
                        List.of("java.lang.Runnable", CameraDevice.class.getName()), PROVIDER, APPLICATION))
                .as("registered under another name too")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {SYSTEM, CORE, PROVIDER})
    void coreFrameworkAndOwnerSeeThem(long viewer) {
        assertThat(visibility.visible(List.of(CameraDevice.class.getName()), PROVIDER, viewer))
                .isTrue();
    }

    @Test
    void everythingElseIsVisibleToAll() {
        assertThat(visibility.visible(List.of(MediaDevices.class.getName()), CORE, APPLICATION))
                .isTrue();
        assertThat(visibility.visible(List.of(), CORE, APPLICATION)).isTrue();
    }
}
