// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a network or file camera. Immutable.
 *
 * @param url the URL as it is configured, perhaps with credentials; never shown
 * @param shown the URL without what may be secret
 * @param place host, file or device, from which a short name can be made
 */
public record CameraUrl(String url, String shown, String place) {
    /** The schemes that are accepted. */
    public static final List<String> SCHEMES = List.of("http", "https", "rtsp", "file", "v4l2", "lavfi");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);

    /** Camera URLs are often no valid URIs (blanks, braces), so only what is needed is taken apart. */
    private static final Pattern NETWORK =
            Pattern.compile("//(?:[^/?#]*@)?([^/?#@:\\[\\]]+|\\[[^\\]]*\\])(:\\d+)?([/?#].*)?");

    private static final int LARGEST_PORT = 65_535;

    /** Makes a URL. */
    public CameraUrl {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(place, "place");
    }

    /**
     * Whether an argument looks like a URL: a scheme and a colon before anything else.
     *
     * @param word the argument
     * @return true if it begins as a URL does
     */
    public static boolean isMeant(String word) {
        return SCHEME.matcher(word).matches();
    }

    /**
     * Reads a URL.
     *
     * @param text the URL as typed
     * @param directory where relative file names begin
     * @return the URL
     * @throws IllegalArgumentException if the scheme is not accepted, or what follows it is not fit for it
     */
    public static CameraUrl of(String text, Path directory) {
        Matcher matcher = SCHEME.matcher(text);
        String scheme = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException(
                    "url: scheme \"" + scheme + "\" is not accepted; " + String.join(", ", SCHEMES) + " are");
        }
        String rest = matcher.group(2);
        return switch (scheme) {
            case "file" -> file(text, rest, directory);
            case "v4l2" -> device(rest);
            case "lavfi" -> graph(rest);
            default -> network(scheme, rest);
        };
    }

    /** The scheme, in small letters. */
    String scheme() {
        return url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
    }

    /** The URL may hold credentials. */
    @Override
    public String toString() {
        return shown;
    }

    private static CameraUrl network(String scheme, String rest) {
        Matcher matcher = NETWORK.matcher(rest);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "url: a " + scheme + " URL needs a host, as in " + scheme + "://192.168.1.20:8080/stream");
        }
        String host = matcher.group(1);
        String port = Objects.toString(matcher.group(2), "");
        if (port.length() > 6 || !port.isEmpty() && Integer.parseInt(port.substring(1)) > LARGEST_PORT) {
            throw new IllegalArgumentException("url: port " + port.substring(1) + " is not 0 to " + LARGEST_PORT);
        }
        // Secrets are in user information and query, on some recorders also in the path, where they have an equals
        // sign.
        String path = Objects.toString(matcher.group(3), "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/[^/]*=.*$", "");
        return new CameraUrl(scheme + ":" + rest, scheme + "://" + host + port + path, host);
    }

    private static CameraUrl file(String text, String rest, Path directory) {
        String name = rest.startsWith("//") ? rest.replaceFirst("^//(localhost)?(?=/)", "") : rest;
        if (name.isBlank() || name.startsWith("//")) {
            throw new IllegalArgumentException("url: " + text
                    + " names no file of this machine; file:/PATH, file:///PATH and file:NAME are accepted");
        }
        Path asTyped = directory.resolve(name).toAbsolutePath().normalize();
        Path file = Files.exists(asTyped)
                ? asTyped
                : directory.resolve(decoded(text, name)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("url: there is no readable file " + asTyped);
        }
        String url = file.toUri().toString();
        return new CameraUrl(url, url, file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", ""));
    }

    private static String decoded(String text, String name) {
        try {
            String part = new URI(text).getSchemeSpecificPart();
            return part.replaceFirst("^//(localhost)?(?=/)", "");
        } catch (URISyntaxException e) {
            return name; // not percent-encoded
        }
    }

    private static CameraUrl device(String rest) {
        String path = rest.replaceFirst("^/+", "/");
        if (!path.startsWith("/") || path.length() == 1) {
            throw new IllegalArgumentException("url: v4l2 needs a device file, as in v4l2:/dev/video0");
        }
        return new CameraUrl("v4l2:" + path, "v4l2:" + path, path.substring(path.lastIndexOf('/') + 1));
    }

    private static CameraUrl graph(String rest) {
        if (rest.isBlank()) {
            throw new IllegalArgumentException(
                    "url: lavfi needs a filter graph, as in lavfi:testsrc2=size=640x480:rate=30");
        }
        return new CameraUrl("lavfi:" + rest, "lavfi:" + rest, rest.replaceFirst("[=,;@\\s].*$", ""));
    }
}
