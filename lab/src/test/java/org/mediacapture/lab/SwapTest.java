// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/** One camera, which both providers offer, changes from one to the other under a live track (HS-6). */
@InLab
class SwapTest {
    private static final int SOME = 3;

    private final LabFramework framework;
    private final CameraLab lab;

    SwapTest(LabFramework framework, CameraLab lab) {
        this.framework = framework;
        this.lab = lab;
    }

    @ParameterizedTest
    @ValueSource(strings = {"uvcvideo", "vivid"})
    void aTrackStaysAliveWhileItsCameraIsSwappedThereAndBack(String driver) throws Exception {
        String address = lab.camera(driver).address();
        try (Cameras cameras = new Cameras(framework)) {
            cameras.awaitProviders(address, "javacv", "webcam");
            MediaStreamTrack track = cameras.open(address);
            CameraAdmin admin = framework.service(CameraAdmin.class);
            try (TrackLog log = new TrackLog(track)) {
                log.awaitFrames(SOME);

                for (String provider : List.of("webcam", "javacv", "webcam", "javacv")) {
                    Promises.value(admin.swap(cameras.status(address).deviceId(), provider));

                    assertThat(cameras.inUse(address)).isEqualTo(provider);
                    log.awaitFrames(SOME);
                }

                assertThat(log.events())
                        .as("a device that can be opened once is silent meanwhile")
                        .startsWith(TrackEvent.Type.MUTE, TrackEvent.Type.UNMUTE)
                        .doesNotContain(TrackEvent.Type.ENDED);
                assertThat(log.disorder()).as("frames twice or out of order").isEmpty();
            }
        }
    }
}
