// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** Permission descriptors, there and back. */
class PermissionDescriptorTest {
    @Test
    @Rule("IDL-7")
    void panTiltAndZoomAreMeantOnlyWhereTheDictionarySaysSo() {
        Map<String, Object> nothing = new HashMap<>(Map.of("name", "camera"));
        nothing.put("panTiltZoom", null);

        assertThat(PermissionDescriptor.fromMap(Map.of("name", "camera"))).isEqualTo(PermissionDescriptor.CAMERA);
        assertThat(PermissionDescriptor.fromMap(nothing)).isEqualTo(PermissionDescriptor.CAMERA);
        assertThat(PermissionDescriptor.fromMap(Map.of("name", "camera", "panTiltZoom", true)))
                .isEqualTo(PermissionDescriptor.CAMERA_PAN_TILT_ZOOM);
    }

    @Test
    @Rule("IDL-2")
    void whatADescriptorDoesNotHaveIsDropped() {
        assertThat(PermissionDescriptor.fromMap(Map.of("name", "microphone", "panTiltZoom", true, "unknown", 1)))
                .isEqualTo(PermissionDescriptor.MICROPHONE);
    }

    @Test
    void aDescriptorComesBackAsItWas() {
        for (PermissionDescriptor descriptor : List.of(
                PermissionDescriptor.CAMERA,
                PermissionDescriptor.CAMERA_PAN_TILT_ZOOM,
                PermissionDescriptor.MICROPHONE)) {
            assertThat(PermissionDescriptor.fromMap(descriptor.toMap())).isEqualTo(descriptor);
        }
    }

    @Test
    @Rule("IDL-1")
    void whatIsNoDescriptorIsRefusedByName() {
        refused(Map.of(), "name: is missing and must be one of camera, microphone");
        refused(Map.of("name", "geolocation"), "name: \"geolocation\" is not one of camera, microphone");
        refused(Map.of("name", 3), "name: 3 is not a string");
        refused(Map.of("name", "camera", "panTiltZoom", "yes"), "panTiltZoom: \"yes\" is not true or false");
    }

    private static void refused(Map<String, ?> members, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermissionDescriptor.fromMap(members))
                .withMessage(message);
    }
}
