// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** An uncompressed picture that FFmpeg can read, until it is closed. For one thread at a time. */
interface Source extends AutoCloseable {
    Shape shape();

    /** FFmpeg's view of the picture. */
    AVFrame frame();

    @Override
    void close();
}
