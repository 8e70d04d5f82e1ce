// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of address that this provider can serve. Immutable. */
enum Scheme {
    /** A web server: a multipart stream of JPEGs, a still image, or anything else that FFmpeg reads. */
    HTTP("http"),
    /** The same, encrypted. */
    HTTPS("https"),
    /** A streaming server. */
    RTSP("rtsp"),
    /** A video or image file. */
    FILE("file"),
    /** A camera at this computer, by its device file. */
    V4L2("v4l2"),
    /** Pictures that FFmpeg's filters make. */
    LAVFI("lavfi");

    private final String text;

    Scheme(String text) {
        this.text = text;
    }

    /** The scheme as it is written in an address. */
    String text() {
        return text;
    }

    /** Whether addresses have a host, and may hold credentials. */
    boolean hasHost() {
        return this == HTTP || this == HTTPS || this == RTSP;
    }

    /** Finds the scheme of a URL, or nothing if this provider does not serve it. */
    static Optional<Scheme> of(String url) {
        int colon = url.indexOf(':');
        String text = colon < 0 ? "" : url.substring(0, colon).strip();
        return Arrays.stream(values())
                .filter(scheme -> scheme.text.equalsIgnoreCase(text))
                .findFirst();
    }
}
