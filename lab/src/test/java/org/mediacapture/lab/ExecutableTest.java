// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.frame.Blob;

/** {@code ./mediacapture} beside a real camera, as a person calls it. */
@InLab
class ExecutableTest {
    private static final String ZOOM = "zoom_absolute";

    private final CameraLab lab;
    private final VideoNode camera;

    @TempDir
    Path folder;

    ExecutableTest(CameraLab lab) {
        this.lab = lab;
        camera = lab.camera("uvcvideo");
    }

    @AfterEach
    void zoomOut() {
        lab.setControls(camera, Map.of(ZOOM, 100));
    }

    @Test
    void aPhotoShowsTheZoomOfTheCamera() throws Exception {
        lab.setControls(camera, Map.of(ZOOM, 300));
        Path photo = folder.resolve("z.jpg");

        String printed = lab.call(
                "./mediacapture",
                "--data",
                folder.resolve("data").toString(),
                "-c",
                "camera:devices; t = camera:open uvc; camera:photo $t " + photo);

        assertThat(printed).contains(camera.name(), "image/jpeg");
        UvcPicture picture = UvcPicture.of(new Blob("image/jpeg", Files.readAllBytes(photo)));
        int third = picture.height() * 3 / 8;
        assertThat(picture.square().height).isBetween(third - 16, third + 16);
    }
}
