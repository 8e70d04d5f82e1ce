// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.javacv;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/**
 * The way into the wrapped FFmpeg: loads the natives in such a way that they never print. Thread-safe, idempotent; the
 * first call takes up to a second or two, later ones nothing.
 */
public final class FFmpeg {
    private static final long LONGEST_LOADING_SECONDS = 5;
    private static final ReentrantLock LOADING = new ReentrantLock();

    private FFmpeg() {}

    /**
     * Loads codecs, colour conversion, formats and filters, and silences FFmpeg's own log, which would go to standard
     * error and may hold addresses with passwords. Who uses a class of {@code org.bytedeco.ffmpeg} calls this before.
     *
     * @throws LinkageError if the natives cannot be loaded here, as on another platform or with a full disk
     */
    public static void load() {
        LOADING.lock();
        try {
            loadNatives();
        } finally {
            LOADING.unlock();
        }
    }

    private static void loadNatives() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        swscale.swscale_version();
        avcodec.avcodec_version();
        avformat.avformat_version();
        avfilter.avfilter_version();
    }

    /**
     * Waits until nobody loads. A bundle that stopped in the middle would take its classes away from under the natives, which
     * then print to standard error what they miss.
     */
    static void awaitLoading() {
        boolean idle = false;
        try {
            idle = LOADING.tryLock(LONGEST_LOADING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // whoever stops the bundle is in a hurry
        } finally {
            if (idle) {
                LOADING.unlock();
            }
        }
    }
}
