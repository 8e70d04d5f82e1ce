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
        lab.setControls(camera, Map.of("zoom_absolute", 100, "pan_absolute", 0));
    }

    @Test
    void aPhotoShowsTheZoomThatWasApplied() throws Exception {
        Path photo = folder.resolve("z.jpg");

        String printed = lab.call(
                "./mediacapture",
                "--data",
                folder.resolve("data").toString(),
                "-c",
                "camera:devices --json; t = camera:open uvc; s = camera:apply $t zoom=3 pan=3600;"
                        + " camera:settings $t --json; camera:photo $t " + photo);

        assertThat(printed).contains("\"provider\": \"javacv\"", "\"zoom\": 3,", "\"pan\": 3600,", "image/jpeg");
        UvcPicture picture = UvcPicture.of(new Blob("image/jpeg", Files.readAllBytes(photo)));
        assertThat(picture.width()).as("the largest").isEqualTo(1280);
        int third = picture.height() * 3 / 8;
        assertThat(picture.square().height).isBetween(third - 16, third + 16);
        assertThat(picture.square().getCenterX()).isLessThan(picture.width() / 2.0);
    }
}
