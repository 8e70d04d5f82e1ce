// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/** Pictures of which nobody looks at the pixels. Stateless. */
final class Pictures {
    private Pictures() {}

    /** Planes of luma and colour. */
    static FrameData blank(int width, int height) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < PixelFormat.I420.planes(); plane++) {
            int stride = PixelFormat.I420.planeWidth(plane, width);
            int rows = PixelFormat.I420.planeHeight(plane, height);
            planes.add(new Plane(ByteBuffer.allocateDirect(stride * rows), stride, 1));
        }
        return FrameData.of(PixelFormat.I420, planes, width, height, ColorSpace.JPEG);
    }
}
