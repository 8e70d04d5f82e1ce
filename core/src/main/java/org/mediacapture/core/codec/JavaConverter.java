// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/**
 * Any uncompressed frame to BGRA, and any but YUYV to another size of its own format, in plain Java: by area, slow and always
 * there. Thread-safe.
 */
public final class JavaConverter implements FrameConverter {
    private static final int BGRA_BYTES = 4;
    private static final int RGB = 3;

    @Override
    public boolean converts(PixelFormat from, PixelFormat to) {
        return !from.isCompressed() && (to == PixelFormat.BGRA || to == from && from != PixelFormat.YUYV);
    }

    @Override
    public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
        boolean same = frame.format() == to;
        List<Plane> planes = new ArrayList<>(to.planes());
        for (int plane = 0; plane < to.planes(); plane++) {
            planes.add(same ? scaledPlane(frame, plane, width, height) : bgra(frame, width, height));
        }
        ColorSpace colorSpace = to == PixelFormat.BGRA ? ColorSpace.SRGB : frame.colorSpace();
        return LentFrame.unpooled(new FrameData(
                to, planes, width, height, PixelRect.ofSize(width, height), frame.rotation(), colorSpace));
    }

    private static Plane scaledPlane(VideoFrame frame, int plane, int width, int height) {
        PixelFormat format = frame.format();
        PixelRect seen = frame.visible();
        int toWidth = format.planeWidth(plane, width);
        int toHeight = format.planeHeight(plane, height);
        int components = components(format, plane);
        byte[] to = new byte[Math.multiplyExact(Math.multiplyExact(toWidth, toHeight), components)];
        AreaScaler scaler = new AreaScaler(
                format.planeWidth(plane, seen.width()),
                format.planeHeight(plane, seen.height()),
                toWidth,
                toHeight,
                components);
        scaler.scale(samples(frame, plane, components), (y, samples) -> {
            for (int index = 0; index < samples.length; index++) {
                to[y * samples.length + index] = (byte) samples[index];
            }
        });
        return new Plane(ByteBuffer.wrap(to), toWidth * components, components);
    }

    /** The visible samples of a plane. */
    private static AreaScaler.Rows samples(VideoFrame frame, int plane, int components) {
        int fromX = frame.visible().x() * frame.format().planeWidth(plane, 2) / 2;
        int fromY = frame.visible().y() * frame.format().planeHeight(plane, 2) / 2;
        ByteBuffer from = frame.plane(plane);
        int rowStride = frame.rowStride(plane);
        int pixelStride = frame.pixelStride(plane);
        return (y, samples) -> {
            int at = (fromY + y) * rowStride + fromX * pixelStride;
            for (int index = 0; index < samples.length; index += components, at += pixelStride) {
                for (int component = 0; component < components; component++) {
                    samples[index + component] = from.get(at + component) & 0xFF;
                }
            }
        };
    }

    private static Plane bgra(VideoFrame frame, int width, int height) {
        byte[] to = new byte[Math.multiplyExact(Math.multiplyExact(width, height), BGRA_BYTES)];
        PixelRect seen = frame.visible();
        ArgbRows rows = ArgbRows.of(frame);
        // ARGB integers are BGRA bytes in little-endian order.
        IntBuffer pixels = ByteBuffer.wrap(to).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        if (seen.width() == width && seen.height() == height) {
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                rows.read(y, row);
                pixels.put(y * width, row);
            }
        } else {
            scaleRgb(
                    rows, new AreaScaler(seen.width(), seen.height(), width, height, RGB), seen.width(), width, pixels);
        }
        return new Plane(ByteBuffer.wrap(to), width * BGRA_BYTES, BGRA_BYTES);
    }

    private static void scaleRgb(ArgbRows rows, AreaScaler scaler, int fromWidth, int toWidth, IntBuffer to) {
        int[] from = new int[fromWidth];
        int[] row = new int[toWidth];
        scaler.scale(
                (y, samples) -> {
                    rows.read(y, from);
                    for (int x = 0; x < fromWidth; x++) {
                        samples[x * RGB] = from[x] >> 16 & 0xFF;
                        samples[x * RGB + 1] = from[x] >> 8 & 0xFF;
                        samples[x * RGB + 2] = from[x] & 0xFF;
                    }
                },
                (y, samples) -> {
                    for (int x = 0; x < toWidth; x++) {
                        row[x] = 0xFF << 24 | samples[x * RGB] << 16 | samples[x * RGB + 1] << 8 | samples[x * RGB + 2];
                    }
                    to.put(y * toWidth, row);
                });
    }

    /** Interleaved bytes of a sample. */
    private static int components(PixelFormat format, int plane) {
        return switch (format) {
            case NV12 -> plane + 1;
            case BGR24 -> RGB;
            case BGRA -> BGRA_BYTES;
            default -> 1;
        };
    }
}
