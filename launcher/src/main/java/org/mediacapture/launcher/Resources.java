// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The files that lie beside the launcher's classes. Stateless. */
final class Resources {
    /** Properties that are the same in every process. */
    Map<String, String> framework() {
        return properties("framework.properties");
    }

    /** The start levels of the bundles. */
    StartLevels startLevels() {
        return new StartLevels(properties("start-levels.properties").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Integer.valueOf(entry.getValue()))));
    }

    /** The version of the product. */
    String version() {
        return properties("version.properties").get("version");
    }

    /** Which bundles only one kind of run needs. */
    RunKinds kinds() {
        return new RunKinds(properties("run-kinds.properties"));
    }

    /** What an interactive shell says first. */
    String greeting() {
        try (InputStream in = open("greeting.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> properties(String name) {
        Properties properties = new Properties();
        try (InputStream in = open(name)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private InputStream open(String name) {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the launcher's jar has no " + name);
        }
        return in;
    }
}
