// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeCapabilityTest {
    private static final int ALL_OF_A_WEBCAM =
            FakeDevice.DEVICE_CAPS | FakeDevice.CAPTURE | FakeDevice.METADATA | FakeDevice.STREAMING;

    private final FakeDevice device = new FakeDevice();

    private NodeCapability told(int ofDevice, int ofNode) throws Exception {
        return new VideoNode(device.flags(ofDevice, ofNode).open("/dev/video0")).capability();
    }

    @Test
    void aNodeTellsItsDriverItsNameAndItsPlace() throws Exception {
        device.card("Camera of a long name that fill"); // 31 bytes and a zero

        NodeCapability capability = told(ALL_OF_A_WEBCAM, FakeDevice.CAPTURE | FakeDevice.STREAMING);

        assertThat(capability.driver()).isEqualTo("fakevideo");
        assertThat(capability.card()).isEqualTo("Camera of a long name that fill");
        assertThat(capability.bus()).isEqualTo("usb-fake-1");
    }

    @Test
    void aNodeThatCapturesIsACamera() throws Exception {
        assertThat(told(ALL_OF_A_WEBCAM, FakeDevice.CAPTURE | FakeDevice.STREAMING)
                        .capturesVideo())
                .isTrue();
    }

    @Test
    void theMetadataNodeOfACameraIsNone() throws Exception {
        assertThat(told(ALL_OF_A_WEBCAM, FakeDevice.METADATA | FakeDevice.STREAMING)
                        .capturesVideo())
                .isFalse();
    }

    @Test
    void aCodecIsNone() throws Exception {
        int codec = FakeDevice.MEMORY_TO_MEMORY | FakeDevice.STREAMING;

        assertThat(told(FakeDevice.DEVICE_CAPS | codec, codec).capturesVideo()).isFalse();
    }

    @Test
    void aNodeThatCanOnlyBeReadFromIsNone() throws Exception {
        assertThat(told(ALL_OF_A_WEBCAM, FakeDevice.CAPTURE).capturesVideo()).isFalse();
    }

    @Test
    void theFlagsOfADriverThatKnowsNoNodesAreThoseOfTheDevice() throws Exception {
        assertThat(told(FakeDevice.CAPTURE | FakeDevice.STREAMING, 0).capturesVideo())
                .isTrue();
    }
}
