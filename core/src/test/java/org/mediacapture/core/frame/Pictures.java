// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Pictures whose samples tell where they come from. */
final class Pictures {
    private static final int PADDING = 8;

    private Pictures() {}

    /** The sample at a place of a plane. */
    static int sample(int plane, int x, int y) {
        return (plane * 70 + x * 3 + y * 2) & 0xFF;
    }

    /** A gradient in a format with one component for each sample of a plane, or two as in NV12. */
    static FrameData gradient(PixelFormat format, int width, int height) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < format.planes(); plane++) {
            int components = format == PixelFormat.NV12 ? plane + 1 : 1;
            int rowStride = format.planeWidth(plane, width) * components + PADDING;
            ByteBuffer bytes = ByteBuffer.allocate(rowStride * format.planeHeight(plane, height));
            for (int y = 0; y < format.planeHeight(plane, height); y++) {
                for (int x = 0; x < format.planeWidth(plane, width); x++) {
                    for (int component = 0; component < components; component++) {
                        int at = y * rowStride + x * components + component;
                        bytes.put(at, (byte) sample(plane + component, x, y));
                    }
                }
            }
            planes.add(new Plane(bytes, rowStride, components));
        }
        return FrameData.of(format, planes, width, height, ColorSpace.BT709);
    }

    /** A visible sample of a frame. */
    static int visibleSample(VideoFrame frame, int plane, int x, int y) {
        int left = frame.visible().x() * frame.format().planeWidth(plane, 2) / 2;
        int top = frame.visible().y() * frame.format().planeHeight(plane, 2) / 2;
        int at = (top + y) * frame.rowStride(plane) + (left + x) * frame.pixelStride(plane);
        return frame.plane(plane).get(at) & 0xFF;
    }
}
