// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
    /** The errors of the network, from "network is down" to "no route to host". */
    private static final int ENETDOWN = -100;

    private static final int EHOSTUNREACH = -113;

    private static final Map<Integer, Reason> REASONS = Map.ofEntries(
            Map.entry(avutil.AVERROR_HTTP_UNAUTHORIZED, Reason.DENIED),
            Map.entry(avutil.AVERROR_HTTP_FORBIDDEN, Reason.DENIED),
            Map.entry(EPERM, Reason.DENIED),
            Map.entry(EACCES, Reason.DENIED),
            Map.entry(EBUSY, Reason.BUSY),
            Map.entry(avutil.AVERROR_HTTP_NOT_FOUND, Reason.LOST),
            Map.entry(avutil.AVERROR_HTTP_BAD_REQUEST, Reason.LOST),
            Map.entry(avutil.AVERROR_HTTP_TOO_MANY_REQUESTS, Reason.LOST),
            Map.entry(avutil.AVERROR_HTTP_OTHER_4XX, Reason.LOST),
            Map.entry(avutil.AVERROR_HTTP_SERVER_ERROR, Reason.LOST),
            Map.entry(avutil.AVERROR_EOF, Reason.LOST),
            Map.entry(avutil.AVERROR_EXIT, Reason.LOST),
            Map.entry(ENOENT, Reason.LOST),
            Map.entry(EIO, Reason.LOST),
            Map.entry(ENXIO, Reason.LOST),
            Map.entry(ENODEV, Reason.LOST));

    /**
     * Whether an answer of FFmpeg is an error. The good answers of opening are looked at here too, so that this class
     * and the reasons are loaded by then: a cancelled capture gets an error, perhaps when its bundle is gone and loads nothing.
     */
    static boolean is(int answer) {
        return answer < 0;
    }

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
        return REASONS.getOrDefault(code, isOfNetwork() ? Reason.LOST : Reason.FAILED);
    }

    private boolean isOfNetwork() {
        return code <= ENETDOWN && code >= EHOSTUNREACH;
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
        Optional<String> why = interruption.why(awaited);
        return why.isPresent()
                ? new CameraException(Reason.LOST, url.address() + ": " + why.get())
                : new CameraException(reason(), url.address() + ": " + what(url, awaited));
    }

    /** FFmpeg says "Input/output error" to a host name that nobody knows, and to whatever it finds wrong in an answer of HTTP. */
    private String what(CameraUrl url, String awaited) {
        if (code != EIO || !Scheme.of(url).hasHost()) {
            return url.scrub(text());
        }
        String host = url.place().replaceFirst(":\\d+$", "");
        if (isUnknown(host)) {
            return "unknown host " + host;
        }
        return awaited.equals("answer")
                ? "no answer: the server closed the connection, or redirects without an end"
                : text();
    }

    private static boolean isUnknown(String host) {
        try {
            return InetAddress.getAllByName(host).length == 0;
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
