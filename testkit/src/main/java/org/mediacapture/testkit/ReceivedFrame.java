// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.Plane;

/**
 * A frame as a {@link RecordingSink} got it. Immutable, but for the bytes, which are the provider's again once the frame was
 * released, unless the sink copies them.
 *
 * @param data the picture, or a copy of it
 * @param sequence the number of the frame
 * @param timestamp when the picture was taken, in nanoseconds as the provider says
 * @param receivedAt when the sink got it, in nanoseconds of {@link System#nanoTime()}
 * @param thread the name of the thread that brought it
 * @param checksum {@link #checksumNow()} on arrival; 0 if the sink gave the frame back at once
 * @param release gives the buffer back; a second run does nothing
 */
public record ReceivedFrame(
        FrameData data,
        long sequence,
        long timestamp,
        long receivedAt,
        String thread,
        long checksum,
        Runnable release) {
    /**
     * A checksum of what the buffers hold between position and limit. Legal until the frame was released.
     *
     * @return the checksum; equal as long as neither a byte nor a limit has changed
     */
    public long checksumNow() {
        return checksum(data);
    }

    /**
     * The bytes of the first plane between position and limit: of a compressed picture all of them. Legal until the frame was
     * released, and always if the sink copies.
     *
     * @return a copy
     */
    public byte[] firstPlane() {
        return bytes(data.planes().get(0));
    }

    /** The same picture in memory of its own. */
    static FrameData copy(FrameData data) {
        List<Plane> planes = data.planes().stream()
                .map(plane -> new Plane(ByteBuffer.wrap(bytes(plane)), plane.rowStride(), plane.pixelStride()))
                .toList();
        return new FrameData(
                data.format(),
                planes,
                data.codedWidth(),
                data.codedHeight(),
                data.visible(),
                data.rotation(),
                data.colorSpace());
    }

    private static byte[] bytes(Plane plane) {
        ByteBuffer buffer = plane.buffer().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static long checksum(FrameData data) {
        CRC32 sum = new CRC32();
        for (Plane plane : data.planes()) {
            ByteBuffer bytes = plane.buffer().duplicate();
            sum.update(bytes.position());
            sum.update(bytes.limit() >>> 8);
            sum.update(bytes.limit());
            sum.update(bytes);
        }
        return sum.getValue();
    }
}
