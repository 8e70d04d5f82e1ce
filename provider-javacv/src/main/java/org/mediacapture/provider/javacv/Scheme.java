// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediacapture.provider.CameraUrl;

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

    /** The schemes as they are written in addresses. */
    static Set<String> texts() {
        return Arrays.stream(values()).map(scheme -> scheme.text).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether addresses have a host, and may hold credentials. */
    boolean hasHost() {
        return this == HTTP || this == HTTPS || this == RTSP;
    }

    /** The scheme of a URL that this provider serves. */
    static Scheme of(CameraUrl url) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.text.equals(url.scheme()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("url: " + url + " is not served"));
    }
}
