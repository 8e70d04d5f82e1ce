// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One frame of a video track: a handle of its receiver's own on a picture that may be shared with others. The receiver
 * closes it; closing is idempotent, and every other call on a closed frame throws {@link IllegalStateException}. An open
 * frame holds a buffer of the camera: who keeps many makes the camera drop frames.
 *
 * <p>Thread-safe; the bytes of an open frame do not change.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#videoframe-interface">WebCodecs: VideoFrame</a>
 */
@ProviderType
public interface VideoFrame extends AutoCloseable {
    /**
     * How the planes are to be read.
     *
     * @return the format
     */
    PixelFormat format();

    /**
     * Width of the picture in memory, in pixels.
     *
     * @return at least 1
     */
    int codedWidth();

    /**
     * Height of the picture in memory, in pixels.
     *
     * @return at least 1
     */
    int codedHeight();

    /**
     * The part that is to be seen; its size is the size of the frame.
     *
     * @return a rectangle within the coded size
     */
    PixelRect visible();

    /**
     * Clockwise rotation for display in degrees.
     *
     * @return 0, 90, 180 or 270
     */
    int rotation();

    /**
     * What the sample values mean.
     *
     * @return the colour space
     */
    ColorSpace colorSpace();

    /**
     * The number of the frame on its track; it grows by one for each frame that the camera delivered and goes on growing
     * over a change of provider, so that a gap tells of dropped frames.
     *
     * @return 0 or more
     */
    long sequence();

    /**
     * When the picture was taken, in nanoseconds of the JVM's monotonic clock ({@link System#nanoTime()}); it grows from
     * frame to frame of a track.
     *
     * @return nanoseconds, with an arbitrary origin
     */
    long timestamp();

    /**
     * The bytes of a plane: a new read-only view with position 0, not to be used after {@link #close()}.
     *
     * @param plane 0 to {@code format().planes() - 1}
     * @return the bytes
     * @throws IndexOutOfBoundsException if the format has no such plane
     */
    ByteBuffer plane(int plane);

    /**
     * Bytes from the beginning of a row to that of the next.
     *
     * @param plane 0 to {@code format().planes() - 1}
     * @return the stride, 0 for compressed formats
     * @throws IndexOutOfBoundsException if the format has no such plane
     */
    int rowStride(int plane);

    /**
     * Bytes from a sample to the next in a row.
     *
     * @param plane 0 to {@code format().planes() - 1}
     * @return the stride, 0 for compressed formats
     * @throws IndexOutOfBoundsException if the format has no such plane
     */
    int pixelStride(int plane);

    /**
     * The picture in pixels: of a compressed frame what a decoder makes of it, in the format that is cheapest for the decoder; else
     * the same picture. It is decoded when somebody asks for the first time, once for all who receive this frame; the call blocks
     * meanwhile, so that a direct consumer had better not make it.
     *
     * @return a frame of the caller's own with the number, the time and the rotation of this one, which stays open when this one is
     *     closed
     * @throws IllegalStateException if this frame is closed
     * @throws org.mediacapture.constraint.MediaException with OperationError if it cannot be decoded
     */
    VideoFrame pixels();

    /**
     * The visible part in another format, decoded and converted once for all who receive this frame and want the same, and only when
     * the first one asks; the call blocks meanwhile.
     *
     * @param format an uncompressed format; every converter makes BGRA, in which Java 2D and most toolkits draw
     * @return a frame of the caller's own, as {@link #pixels()} answers it; where the picture is as wanted already it is not copied,
     *     so that it begins at {@link #visible()}, which need not be the beginning of the plane
     * @throws IllegalArgumentException if the format is a compressed one
     * @throws IllegalStateException if this frame is closed
     * @throws org.mediacapture.constraint.MediaException with OperationError if it cannot be decoded or converted
     */
    VideoFrame convert(PixelFormat format);

    /**
     * The same in another size; the proportions are the caller's business.
     *
     * @param format an uncompressed format
     * @param width width of the new picture in pixels, at least 1
     * @param height height of the new picture in pixels, at least 1
     * @return a frame of the caller's own, as {@link #pixels()} answers it
     * @throws IllegalArgumentException if the format is a compressed one, or a size is below 1
     * @throws IllegalStateException if this frame is closed
     * @throws org.mediacapture.constraint.MediaException with OperationError if it cannot be decoded or converted
     */
    VideoFrame convert(PixelFormat format, int width, int height);

    /** Gives the picture back. Idempotent. */
    @Override
    void close();
}
