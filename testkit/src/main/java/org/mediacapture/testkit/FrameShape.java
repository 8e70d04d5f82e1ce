// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.VideoMode;

/** Whether a frame is what it says. Immutable; reads the bytes of a frame that was not yet released. */
final class FrameShape {
    private FrameShape() {}

    /** Requires a frame to have the size and format of a mode, and buffers that hold it. */
    static void require(FrameData data, VideoMode mode) {
        String seen = "a frame " + data.format() + " with the visible part " + data.visible() + " of "
                + data.codedWidth() + "x" + data.codedHeight() + " in the mode " + mode;
        Clause.MODE_AS_STARTED.require(
                data.format() == mode.format()
                        && data.visible().width() == mode.width()
                        && data.visible().height() == mode.height(),
                seen);
        for (int plane = 0; plane < data.planes().size(); plane++) {
            String fault = data.format().isCompressed()
                    ? compressedFault(data.planes().get(plane))
                    : planeFault(data, plane).orElse("");
            Clause.FRAME_LAYOUT.require(fault.isEmpty(), seen + ": plane " + plane + " " + fault);
        }
        if (data.format().isCompressed()) {
            requireJpegSize(data, mode);
        }
    }

    private static void requireJpegSize(FrameData data, VideoMode mode) {
        ByteBuffer view = data.planes().get(0).buffer().duplicate();
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        Optional<JpegHeader> header = JpegHeader.of(bytes);
        Clause.MODE_AS_STARTED.require(
                header.isPresent()
                        && header.get().width() == mode.width()
                        && header.get().height() == mode.height(),
                "a JPEG of " + header + " in the mode " + mode);
    }

    private static String compressedFault(Plane plane) {
        ByteBuffer bytes = plane.buffer();
        if (bytes.position() != 0) {
            return "begins at position " + bytes.position() + " instead of 0";
        }
        boolean jpeg = bytes.limit() > 3 && (bytes.get(0) & 0xFF) == 0xFF && (bytes.get(1) & 0xFF) == 0xD8;
        return jpeg ? "" : "is no JPEG: it does not begin with FFD8, limit " + bytes.limit();
    }

    private static Optional<String> planeFault(FrameData data, int index) {
        Plane plane = data.planes().get(index);
        int samples = data.format().planeWidth(index, data.codedWidth());
        int rows = data.format().planeHeight(index, data.codedHeight());
        int bytesPerSample = bytesPerSample(data.format(), index);
        long needed = (long) plane.rowStride() * (rows - 1) + (long) samples * bytesPerSample;
        if (plane.buffer().position() != 0) {
            return Optional.of("begins at position " + plane.buffer().position() + " instead of 0");
        }
        if (plane.pixelStride() != bytesPerSample) {
            return Optional.of("has the pixel stride " + plane.pixelStride() + " instead of " + bytesPerSample);
        }
        if (plane.rowStride() < samples * bytesPerSample) {
            return Optional.of("has the row stride " + plane.rowStride() + ", and a row takes "
                    + samples * bytesPerSample + " bytes");
        }
        return plane.buffer().limit() >= needed
                ? Optional.empty()
                : Optional.of("has " + plane.buffer().limit() + " bytes, and the picture takes " + needed);
    }

    private static int bytesPerSample(PixelFormat format, int plane) {
        return switch (format) {
            case I420, I422, I444, GRAY8 -> 1;
            case NV12 -> plane == 0 ? 1 : 2;
            case YUYV -> 2;
            case BGR24 -> 3;
            case BGRA -> 4;
            case MJPEG -> 0;
        };
    }
}
