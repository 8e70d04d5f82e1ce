// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * Tells FFmpeg where the planes of a picture are, as numbers: a pointer object to a buffer is five objects, which the collector
 * looks after, and that for each plane of each frame. For one thread at a time.
 */
final class PlaneAddresses {
    /** FFmpeg writes the address of one sample here, which is how it tells where a buffer begins. */
    private final AVFrame probe = avutil.av_frame_alloc();

    private final SizeTPointer probed = new SizeTPointer(probe.data());
    private final SizeTPointer planes;

    /** Of the planes of a picture that lives as long. */
    PlaneAddresses(AVFrame picture) {
        planes = new SizeTPointer(picture.data());
        probe.nb_samples(1);
    }

    /** The address of the first byte of a direct buffer that begins at position 0; 0 if it has none. */
    long of(ByteBuffer bytes) {
        int result = avcodec.avcodec_fill_audio_frame(probe, 1, avutil.AV_SAMPLE_FMT_U8, bytes, bytes.limit(), 1);
        return result < 0 ? 0 : probed.get(0);
    }

    /** Lets a plane of the picture begin at an address. */
    void put(int plane, long address) {
        planes.put(plane, address);
    }

    /** Lets a plane of the picture be nowhere. */
    void forget(int plane) {
        planes.put(plane, 0);
    }

    /** Frees what it was found out with. */
    void free() {
        avutil.av_frame_free(probe);
    }
}
