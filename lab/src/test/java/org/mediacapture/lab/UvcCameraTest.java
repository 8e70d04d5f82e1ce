// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaStreamTrack;

/** A USB camera, from its driver to a photo. */
@InLab
@Tag("smoke")
class UvcCameraTest {
    private final LabFramework framework;
    private final VideoNode camera;
    private final Cameras cameras;

    UvcCameraTest(LabFramework framework, CameraLab lab) {
        this.framework = framework;
        camera = lab.camera("uvcvideo");
        cameras = new Cameras(framework);
    }

    @AfterEach
    void stop() {
        cameras.close();
    }

    @Test
    void aPhotoShowsWhatTheCameraSees() throws Exception {
        framework.device("javacv", camera.address());
        MediaStreamTrack track = cameras.open(camera.address());

        Blob photo = Promises.value(
                framework.service(ImageCaptureFactory.class).create(track).takePhoto());

        UvcPicture picture = UvcPicture.of(photo);
        assertThat(picture.frameNumber()).isNotNegative();
        assertThat(picture.square().getCenterX()).isBetween(picture.width() * 0.45, picture.width() * 0.55);
        assertThat(picture.square().height).isBetween(picture.height() / 8 - 8, picture.height() / 8 + 8);
    }
}
