// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaStreamConstraints;

/** Values that describe pictures and requests check what they are given. */
class FrameValuesTest {
    private static final Plane PLANE = new Plane(ByteBuffer.allocate(64), 8, 1);

    @Test
    void planesOfOddSizesAreRoundedUp() {
        assertThat(PixelFormat.I420.planeWidth(1, 5)).isEqualTo(3);
        assertThat(PixelFormat.I420.planeHeight(2, 5)).isEqualTo(3);
        assertThat(PixelFormat.I422.planeHeight(1, 5)).isEqualTo(5);
        assertThat(PixelFormat.NV12.planeWidth(1, 8)).isEqualTo(4);
        assertThat(PixelFormat.I444.planeWidth(2, 5)).isEqualTo(5);
    }

    @Test
    void frameDataThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameData.of(PixelFormat.I420, List.of(PLANE), 8, 8, ColorSpace.BT601))
                .withMessage("planes: I420 has 3, and 1 were given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameData(
                        PixelFormat.GRAY8, List.of(PLANE), 8, 8, new PixelRect(4, 0, 5, 8), 0, ColorSpace.SRGB))
                .withMessageContaining("8x8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameData(
                        PixelFormat.GRAY8, List.of(PLANE), 8, 8, PixelRect.ofSize(8, 8), 45, ColorSpace.SRGB))
                .withMessage("rotation: 45 is not 0, 90, 180 or 270");
        assertThatIllegalArgumentException().isThrownBy(() -> new PixelRect(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plane(ByteBuffer.allocate(1), -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VideoMode(640, 480, Double.NaN, PixelFormat.I420))
                .withMessageContaining("640x480@NaN");
    }

    @Test
    void aBlobGivesCopiesAndStreams() throws IOException {
        Blob blob = new Blob("image/jpeg", new byte[] {1, 2, 3});
        blob.bytes()[0] = 9;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blob.writeTo(out);

        assertThat(blob.bytes()).containsExactly(1, 2, 3);
        assertThat(blob.stream()).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(out.toByteArray()).containsExactly(1, 2, 3);
        assertThat(blob.size()).isEqualTo(3);
        assertThat(blob).hasToString("Blob(image/jpeg, 3 bytes)");
    }

    @Test
    void idl7StreamConstraintsDefaultToFalse() {
        assertThat(MediaStreamConstraints.fromMap(Map.of("doesnotexist", true)).video())
                .isEmpty();
        assertThat(MediaStreamConstraints.fromMap(Map.of("video", true))).isEqualTo(MediaStreamConstraints.ofVideo());
        assertThat(MediaStreamConstraints.fromMap(Map.of("video", false, "audio", Map.of("sampleRate", 8000)))
                        .audio())
                .isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaStreamConstraints.fromMap(Map.of("video", "yes")))
                .withMessageContaining("video: \"yes\" is not");
    }

    @Test
    void bufferSizesHaveBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameOptions(0, false))
                .withMessage("maxBufferSize: 0 is not between 1 and 16");
        assertThatIllegalArgumentException().isThrownBy(() -> new FrameOptions(17, false));
    }

    @Test
    void enum9ADeviceIsAMapOfFour() {
        record Device(String deviceId, MediaDeviceKind kind, String label, String groupId) implements MediaDeviceInfo {}

        assertThat(new Device("id", MediaDeviceKind.VIDEO_INPUT, "Door", "group").toMap())
                .isEqualTo(Map.of("deviceId", "id", "kind", "videoinput", "label", "Door", "groupId", "group"));
    }
}
