// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.javacv;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The way into the wrapped FFmpeg: loads the natives in such a way that they never print. Thread-safe, idempotent; the
 * first call takes up to a second or two, later ones nothing.
 */
public final class FFmpeg {
    private static final long LONGEST_LOADING_SECONDS = 5;
    private static final String DATA = "org.mediacapture.data";
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";
    private static final ReentrantLock LOADING = new ReentrantLock();
    private static Optional<LinkageError> failure = Optional.empty();

    private FFmpeg() {}

    /**
     * Loads codecs, colour conversion, formats and filters, and silences FFmpeg's own log, which would go to standard
     * error and may hold addresses with passwords. Who uses a class of {@code org.bytedeco.ffmpeg} calls this before.
     *
     * @throws LinkageError if the natives cannot be loaded here, as on another platform or with a full disk; the message says why.
     *     It is thrown again by every later call, of which the JVM itself would not tell the reason
     */
    public static void load() {
        LOADING.lock();
        try {
            if (failure.isEmpty()) {
                failure = tryToLoad();
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        } finally {
            LOADING.unlock();
        }
    }

    private static Optional<LinkageError> tryToLoad() {
        try {
            loadNatives();
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(withReason(e));
        }
    }

    /** Of a library that is broken JavaCPP says that there is none, and the linker's own words are but a cause. */
    static LinkageError withReason(LinkageError failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first == failure
                ? failure
                : (LinkageError) new UnsatisfiedLinkError(first.getMessage()).initCause(failure);
    }

    /**
     * What to do when the natives cannot be loaded.
     *
     * @return one line for an operator, which names the folder into which they are unpacked
     */
    public static String remedy() {
        String folder = Optional.ofNullable(FrameworkUtil.getBundle(FFmpeg.class))
                .map(Bundle::getBundleContext)
                .map(context -> context.getProperty(DATA))
                .map(data -> Path.of(data, "natives"))
                .or(() -> Optional.ofNullable(System.getProperty(CACHE)).map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".javacpp", "cache"))
                .toString();
        return "end this program, delete the folder " + folder
                + ", and start again: FFmpeg is unpacked there anew, which needs 100"
                + " MB on a disk from which programs may be run";
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
