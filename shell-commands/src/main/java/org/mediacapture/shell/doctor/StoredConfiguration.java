// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * A configuration as it is stored. Immutable.
 *
 * @param pid its PID, that of the factory where there is one
 * @param properties what is set; passwords too, so it is never shown
 */
public record StoredConfiguration(String pid, Map<String, Object> properties) {
    /** Makes a configuration; the map is copied. */
    public StoredConfiguration {
        Objects.requireNonNull(pid, "pid");
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * Reads all configurations of this project.
     *
     * @param admin where they are
     * @return a snapshot
     */
    public static List<StoredConfiguration> all(ConfigurationAdmin admin) {
        try {
            return Optional.ofNullable(admin.listConfigurations(null)).stream()
                    .flatMap(Arrays::stream)
                    .flatMap(StoredConfiguration::read)
                    .filter(stored -> stored.pid().startsWith(InstalledBundle.OURS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    private static Stream<StoredConfiguration> read(Configuration configuration) {
        String pid = Optional.ofNullable(configuration.getFactoryPid()).orElseGet(configuration::getPid);
        return Optional.ofNullable(configuration.getProperties()).stream()
                .map(properties -> new StoredConfiguration(pid, map(properties)));
    }

    private static Map<String, Object> map(Dictionary<String, Object> properties) {
        Map<String, Object> map = new TreeMap<>();
        Collections.list(properties.keys()).forEach(key -> map.put(key, properties.get(key)));
        return map;
    }

    /** The texts of a key: of a list, an array, or one text. */
    List<String> texts(String key) {
        Object value = Optional.ofNullable(properties.get(key)).orElse(List.of());
        Stream<?> values = value instanceof Collection<?> several
                ? several.stream()
                : value instanceof Object[] array ? Arrays.stream(array) : Stream.of(value);
        return values.map(String::valueOf).filter(text -> !text.isBlank()).toList();
    }

    /** The one text of a key, or "". */
    String text(String key) {
        return Objects.toString(properties.get(key), "");
    }

    /** What is configured, in the words of its owner. */
    @Override
    public String toString() {
        return text("name").isBlank() ? pid : pid + " \"" + text("name") + "\"";
    }
}
