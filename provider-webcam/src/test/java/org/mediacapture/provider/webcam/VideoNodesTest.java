// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoNodesTest {
    @TempDir
    Path root;

    @Test
    void withoutVideoDevicesThereIsNone() throws Exception {
        assertThat(new VideoNodes(root).isLinux()).isFalse();
        Files.createDirectories(root.resolve("sys/class"));

        assertThat(new VideoNodes(root).isLinux()).isTrue();
        assertThat(new VideoNodes(root).capturing()).isEmpty();
    }

    @Test
    void theMetadataNodeOfAUsbCameraIsNoCamera() throws Exception {
        node(0, 0, "HD Camera");
        node(1, 1, "HD Camera");

        assertThat(new VideoNodes(root).capturing()).extracting(LocalCamera::id).containsExactly("/dev/video0");
    }

    @Test
    void udevKnowsBetterThanTheOrderOfTheNodes() throws Exception {
        node(0, 0, "Codec");
        udev(0, ":");
        node(2, 0, "Two pictures");
        udev(2, ":capture:");
        node(3, 1, "Two pictures");
        udev(3, ":");
        node(10, 2, "Two pictures");
        udev(10, ":video_overlay:capture:");

        assertThat(new VideoNodes(root).capturing())
                .extracting(LocalCamera::id)
                .containsExactly("/dev/video2", "/dev/video10");
    }

    @Test
    void theNameOfTheDriverIsTheLabelOrElseTheFile() throws Exception {
        node(0, 0, "HD Camera");
        node(4, 0, "");

        assertThat(new VideoNodes(root).capturing())
                .extracting(LocalCamera::label)
                .containsExactly("HD Camera", "video4");
    }

    @Test
    void anotherDeviceInTheSamePlaceIsAnotherCamera() throws Exception {
        node(0, 0, "HD Camera");
        LocalCamera before = new VideoNodes(root).capturing().get(0);
        // The old file is kept, so that its inode is not given to the new one.
        Files.move(root.resolve("dev/video0"), root.resolve("dev/old"));
        Files.createFile(root.resolve("dev/video0"));

        assertThat(new VideoNodes(root).capturing().get(0)).isNotEqualTo(before);
    }

    private void node(int number, int index, String name) throws IOException {
        Path node = Files.createDirectories(root.resolve("sys/class/video4linux/video" + number));
        Files.writeString(node.resolve("index"), index + "\n");
        Files.writeString(node.resolve("name"), name + "\n");
        Files.writeString(node.resolve("dev"), "81:" + number + "\n");
        Files.createDirectories(root.resolve("dev"));
        Files.createFile(root.resolve("dev/video" + number));
    }

    private void udev(int number, String capabilities) throws IOException {
        Path data = Files.createDirectories(root.resolve("run/udev/data"));
        Files.writeString(
                data.resolve("c81:" + number),
                "I:1234\nE:ID_V4L_VERSION=2\nE:ID_V4L_CAPABILITIES=" + capabilities + "\nG:seat\n");
    }
}
