// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraUrl;

/**
 * A negative answer of FFmpeg. Immutable.
 *
 * @param code FFmpeg's number, negative
 */
record FFmpegError(int code) {
    private static final int TEXT_BYTES = 256;
    private static final int EPERM = -1;
    private static final int ENOENT = -2;
    /** Also what FFmpeg says when a server closes a connection earlier than it announced. */
    static final int EIO = -5;

    private static final int ENXIO = -6;
    private static final int EACCES = -13;
    private static final int EBUSY = -16;
    private static final int ENODEV = -19;
    private static final int ENETDOWN = -100;
    private static final int EHOSTUNREACH = -113;

    /** What FFmpeg says to it. */
    String text() {
        byte[] text = new byte[TEXT_BYTES];
        avutil.av_strerror(code, text, TEXT_BYTES);
        int length = 0;
        while (length < TEXT_BYTES && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** Which of the contract's reasons it is. */
    Reason reason() {
        if (code == avutil.AVERROR_HTTP_UNAUTHORIZED || code == avutil.AVERROR_HTTP_FORBIDDEN) {
            return Reason.DENIED;
        }
        if (code == avutil.AVERROR_HTTP_NOT_FOUND
                || code == avutil.AVERROR_HTTP_BAD_REQUEST
                || code == avutil.AVERROR_HTTP_TOO_MANY_REQUESTS
                || code == avutil.AVERROR_HTTP_OTHER_4XX
                || code == avutil.AVERROR_HTTP_SERVER_ERROR
                || code == avutil.AVERROR_EOF
                || code == avutil.AVERROR_EXIT) {
            return Reason.LOST;
        }
        return switch (code) {
            case EPERM, EACCES -> Reason.DENIED;
            case EBUSY -> Reason.BUSY;
            case ENOENT, EIO, ENXIO, ENODEV -> Reason.LOST;
            // The errors of the network, from "network is down" to "no route to host".
            default -> code <= ENETDOWN && code >= EHOSTUNREACH ? Reason.LOST : Reason.FAILED;
        };
    }

    /**
     * The failure of an input: its interruption if there was one, else what FFmpeg says.
     *
     * @param url the camera
     * @param interruption the interruption of the input
     * @param awaited what did not come in time: "answer" or "picture"
     * @return the exception to be thrown
     */
    CameraException of(CameraUrl url, Interruption interruption, String awaited) {
        return switch (interruption.cause()) {
            case CANCELLED -> new CameraException(Reason.LOST, url.address() + ": closed");
            case INTERRUPTED -> new CameraException(Reason.LOST, url.address() + ": interrupted");
            case DEADLINE ->
                new CameraException(
                        Reason.LOST,
                        url.address() + ": no " + awaited + " within "
                                + interruption.allowed().toMillis() + " ms");
            case NONE -> new CameraException(reason(), url.address() + ": " + what(url));
        };
    }

    /** FFmpeg says "Input/output error" to a host name that nobody knows. */
    private String what(CameraUrl url) {
        String host = url.place().replaceFirst(":\\d+$", "");
        return code == EIO && Scheme.of(url).hasHost() && isUnknown(host) ? "unknown host " + host : url.scrub(text());
    }

    private static boolean isUnknown(String host) {
        try {
            return InetAddress.getAllByName(host).length == 0;
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
