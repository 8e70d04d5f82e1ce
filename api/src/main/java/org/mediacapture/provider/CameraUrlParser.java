// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediacapture.provider.CameraUrl.Login;

/** Takes the URL of a configuration apart, for {@link CameraUrl}. Thread-safe. */
final class CameraUrlParser {
    private static final String SECRET_NAMES = "user|username|usr|uid|login|loginuse|loginpas|pass|password|passwd|pwd|"
            + "token|access_token|auth|key|apikey|api_key|secret|sig|signature";

    private static final Pattern IN_QUERY = Pattern.compile("(?i)(?<=[?&;])(?:" + SECRET_NAMES + ")=([^&;]*)");

    /** Some recorders have their parameters in the path: {@code /user=NAME_password=WORD_channel=1}. */
    private static final Pattern IN_PATH =
            Pattern.compile("(?i)(?<=[/&;_])(?:" + SECRET_NAMES + ")=(.*?)(?=[&;/]|_[a-z]+=|$)");

    private static final Pattern SCHEME = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]*)\\s*:");

    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private CameraUrlParser() {}

    static String schemeOf(String url) {
        Matcher scheme = SCHEME.matcher(url);
        return scheme.find() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static CameraUrl parse(String url, String username, String password) {
        String scheme = schemeOf(url);
        String text = url.strip();
        String rest = text.substring(text.indexOf(':') + 1);
        return switch (scheme) {
            case "" -> throw new IllegalArgumentException("url: has no scheme; http://HOST/PATH is accepted, for one");
            case "http", "https", "rtsp" -> network(scheme, rest, username, password);
            case "file" -> file(opaque(text, rest));
            case "v4l2" -> device(rest);
            case "lavfi" -> graph(opaque(text, rest));
            default -> rest.startsWith("//") ? network(scheme, rest, username, password) : other(scheme, rest);
        };
    }

    private static CameraUrl network(String scheme, String rest, String username, String password) {
        String body = rest.startsWith("//") ? rest.substring(2) : rest;
        int end = firstOf(body, "/?#");
        String authority = body.substring(0, end);
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.startsWith(":")) {
            throw new IllegalArgumentException(
                    "url: a " + scheme + " address needs a host: " + scheme + "://HOST/PATH");
        }
        String resource = body.substring(end).replaceFirst("#.*$", "");
        List<String> secrets = new ArrayList<>();
        Login login = login(userInfo, username, password);
        String credentials = login.isEmpty() ? "" : percent(login.name()) + ":" + percent(login.word());
        if (!login.isEmpty()) {
            secrets.addAll(List.of(credentials, userInfo, login.word(), percent(login.word())));
        }
        String location = scheme + "://" + (login.isEmpty() ? "" : credentials + "@") + host + encode(resource);
        String address = scheme + "://" + host + encode(withoutSecrets(resource, secrets));
        return new CameraUrl(scheme, address, location, host, login, secrets);
    }

    private static Login login(String userInfo, String username, String password) {
        int colon = userInfo.indexOf(':');
        String name = username.isEmpty() ? decode(colon < 0 ? userInfo : userInfo.substring(0, colon)) : username;
        String word = password.isEmpty() && colon >= 0 ? decode(userInfo.substring(colon + 1)) : password;
        return new Login(name, word);
    }

    private static String withoutSecrets(String resource, List<String> secrets) {
        int query = firstOf(resource, "?");
        return remove(IN_PATH, resource.substring(0, query), secrets).replaceAll("/[&_]+", "/")
                + remove(IN_QUERY, resource.substring(query), secrets)
                        .replaceAll("&{2,}", "&")
                        .replaceAll("[?]&+", "?")
                        .replaceAll("[?&]+$", "");
    }

    private static String remove(Pattern parameters, String text, List<String> secrets) {
        Matcher matcher = parameters.matcher(text);
        while (matcher.find()) {
            secrets.add(matcher.group(1));
            secrets.add(decode(matcher.group(1)));
        }
        return matcher.replaceAll("");
    }

    private static CameraUrl file(String text) {
        String path = text.startsWith("//") ? text.replaceFirst("^//[^/]*", "") : text;
        if (path.isEmpty()) {
            throw new IllegalArgumentException("url: a file address needs a path: file:/PATH");
        }
        Path file = Path.of(path).toAbsolutePath().normalize();
        String address = "file://" + file.toUri().getRawPath();
        String place = file.getFileName() == null ? path : file.getFileName().toString();
        return new CameraUrl("file", address, "file:" + file, place, Login.NONE, List.of());
    }

    private static CameraUrl device(String text) {
        String path = text.replaceFirst("^/+", "/");
        if (!path.startsWith("/") || path.length() == 1) {
            throw new IllegalArgumentException(
                    "url: v4l2:" + text + " names no device; a device file is needed, such as v4l2:/dev/video0");
        }
        String place = path.substring(path.lastIndexOf('/') + 1);
        return new CameraUrl("v4l2", "v4l2:" + encode(path), path, place, Login.NONE, List.of());
    }

    private static CameraUrl graph(String graph) {
        if (graph.isBlank()) {
            throw new IllegalArgumentException(
                    "url: lavfi needs a filter graph, such as lavfi:testsrc2=size=640x480:rate=30");
        }
        return other("lavfi", graph);
    }

    private static CameraUrl other(String scheme, String rest) {
        String place = rest.substring(0, firstOf(rest, "=,;@ "));
        return new CameraUrl(scheme, scheme + ":" + encode(rest), rest, place, Login.NONE, List.of());
    }

    /** What follows the scheme, decoded if the whole is a proper URI, as it stands otherwise. */
    private static String opaque(String url, String rest) {
        try {
            return new URI(url).getSchemeSpecificPart();
        } catch (URISyntaxException e) {
            return rest;
        }
    }

    private static int firstOf(String text, String characters) {
        int index = 0;
        while (index < text.length() && characters.indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index;
    }

    /** Percent-encodes what may not stand in a URI, and nothing else. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        LONE_PERCENT.matcher(text).replaceAll("%25").codePoints().forEach(point -> {
            String letter = Character.toString(point);
            boolean legal =
                    point < 128 && (Character.isLetterOrDigit(point) || "-._~:/?@!$&'()*+,;=%".contains(letter));
            encoded.append(legal ? letter : percent(letter));
        });
        return encoded.toString();
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone per cent sign: it stands for itself
        }
    }
}
