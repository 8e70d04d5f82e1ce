// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.util.List;

/**
 * Where a configured camera is, in two forms: one to show, one to open. Immutable. All providers read a URL with this class,
 * so that the same configuration gives the same {@link CameraProperties#ADDRESS} whichever serves it, and the core sees one
 * camera.
 *
 * <p>Only {@link #location()}, {@link #username()} and {@link #password()} hold credentials; a provider gives them to what
 * opens the camera, and to nobody else.
 */
public final class CameraUrl {
    private static final int SHORTEST_SECRET = 3;

    private final String scheme;
    private final String address;
    private final String location;
    private final String place;
    private final Login login;
    private final List<String> secrets;

    CameraUrl(String scheme, String address, String location, String place, Login login, List<String> secrets) {
        this.scheme = scheme;
        this.address = address;
        this.location = location;
        this.place = place;
        this.login = login;
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Reads the URL of a configuration. Camera URLs are often no valid URIs (blanks, braces), so they are read leniently and
     * written strictly.
     *
     * @param url the URL as configured, perhaps with credentials
     * @param username a user name, which wins over that of the URL; empty if there is none
     * @param password a password, which wins over that of the URL; empty if there is none
     * @return the URL in its two forms
     * @throws IllegalArgumentException if there is no scheme, or no host, path or graph where the scheme needs one; the
     *     message says what is accepted and holds no credentials
     */
    public static CameraUrl parse(String url, String username, String password) {
        return CameraUrlParser.parse(url, username, password);
    }

    /**
     * The scheme of a URL, without reading the rest of it.
     *
     * @param url a URL
     * @return the scheme in small letters; empty if there is none
     */
    public static String schemeOf(String url) {
        return CameraUrlParser.schemeOf(url);
    }

    /**
     * The kind of address.
     *
     * @return the scheme in small letters, such as {@code http} or {@code v4l2}
     */
    public String scheme() {
        return scheme;
    }

    /**
     * What to show, and the value of {@link CameraProperties#ADDRESS}.
     *
     * @return an absolute URI without credentials and secret parameters
     */
    public String address() {
        return address;
    }

    /**
     * What to open: for network cameras a URL with credentials before the host, for {@code file} a URL of that scheme, for
     * {@code v4l2} the device file, otherwise what follows the scheme.
     *
     * @return the location, with credentials
     */
    public String location() {
        return location;
    }

    /**
     * What names the camera when nobody gave it a name.
     *
     * @return the host with its port, the name of the file or device, or the first word of what follows the scheme
     */
    public String place() {
        return place;
    }

    /**
     * The user name.
     *
     * @return the name as the user wrote it; empty if there is none
     */
    public String username() {
        return login.name();
    }

    /**
     * The password.
     *
     * @return the password as the user wrote it; empty if there is none
     */
    public String password() {
        return login.word();
    }

    /**
     * A text in which neither the location nor a secret occurs. Secrets of one or two letters stay, since removing them would
     * only spoil the text.
     *
     * @param text what a library said
     * @return what may be shown
     */
    public String scrub(String text) {
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

    /** User name and password, decoded; both empty if there are none. Immutable. */
    record Login(String name, String word) {
        static final Login NONE = new Login("", "");

        boolean isEmpty() {
            return name.isEmpty() && word.isEmpty();
        }
    }
}
