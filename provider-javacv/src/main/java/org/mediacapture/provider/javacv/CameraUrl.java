// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.List;

/**
 * Where a camera is, in two forms: one to show, one to open. Immutable. Only {@link #location()} holds credentials;
 * it is given to FFmpeg and to nobody else.
 *
 * @param scheme the kind of address
 * @param address an absolute URI without credentials
 * @param location what FFmpeg opens, with credentials
 * @param place what names the camera when nobody gave it a name: host or file
 * @param secrets parts of the location that must not be seen
 */
record CameraUrl(Scheme scheme, String address, String location, String place, List<String> secrets) {
    private static final int SHORTEST_SECRET = 3;

    CameraUrl {
        secrets = List.copyOf(secrets);
    }

    /**
     * A text in which neither the location nor a secret occurs. Secrets of one or two letters would only spoil the
     * text.
     */
    String scrub(String text) {
        String clean = text.replace(location, address);
        for (String secret : secrets) {
            clean = secret.length() < SHORTEST_SECRET ? clean : clean.replace(secret, "***");
        }
        return clean;
    }

    /** The address: the location must not get into a log by accident. */
    @Override
    public String toString() {
        return address;
    }
}
