// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.framework.Bundle;

/**
 * The descriptions of configurations that a bundle carries (Metatype). Immutable.
 *
 * @param bundle the bundle
 */
record MetatypeFiles(Bundle bundle) {
    private static final String FOLDER = "OSGI-INF/metatype";

    /** The keys that are described, by PID; what cannot be read describes nothing. */
    Map<String, Set<String>> keys() {
        Map<String, Set<String>> keys = new HashMap<>();
        // getEntryPaths and getEntry, unlike findEntries, do not try to resolve the bundle
        Optional.ofNullable(bundle.getEntryPaths(FOLDER)).map(Collections::list).orElseGet(ArrayList::new).stream()
                .filter(path -> path.endsWith(".xml"))
                .map(bundle::getEntry)
                .forEach(file -> read(file).forEach((pid, more) -> keys.merge(pid, more, MetatypeFiles::joined)));
        return keys;
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Map<String, Set<String>> read(URL file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = file.openStream()) {
            return read(factory.createXMLStreamReader(in));
        } catch (IOException | XMLStreamException unreadable) {
            return Map.of();
        }
    }

    /** An OCD with attributes, and behind all of them the PIDs that are designated to one. */
    private static Map<String, Set<String>> read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Set<String>> attributes = new HashMap<>();
        Map<String, Set<String>> keys = new HashMap<>();
        String described = "";
        String pid = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "OCD" -> {
                    described = attribute(xml, "id");
                    attributes.put(described, new HashSet<>());
                }
                case "AD" ->
                    attributes
                            .computeIfAbsent(described, none -> new HashSet<>())
                            .add(attribute(xml, "id"));
                case "Designate" ->
                    pid = List.of(attribute(xml, "factoryPid"), attribute(xml, "pid")).stream()
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
                case "Object" -> keys.put(pid, attributes.getOrDefault(attribute(xml, "ocdref"), Set.of()));
                default -> {}
            }
        }
        return keys;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
    }
}
