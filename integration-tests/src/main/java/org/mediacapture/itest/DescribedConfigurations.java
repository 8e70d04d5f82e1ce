// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.w3c.dom.Element;

/** The configurations that the bundles of the project describe by Metatype, and those that their components read. */
record DescribedConfigurations(BundleContext context) {
    /** The keys by PID. */
    Map<String, List<DescribedKey>> described() {
        Map<String, List<DescribedKey>> keys = new TreeMap<>();
        ours().flatMap(bundle -> Xml.files(bundle, "OSGI-INF/metatype")).forEach(file -> {
            List<DescribedKey> all =
                    Xml.children(file, "AD").map(DescribedKey::of).toList();
            Xml.children(file, "Designate").forEach(designate -> keys.put(pid(designate), all));
        });
        return keys;
    }

    private static String pid(Element designate) {
        String factory = designate.getAttribute("factoryPid");
        return factory.isEmpty() ? designate.getAttribute("pid") : factory;
    }

    /** The defaults of the keys that components read, by PID: of each PID those of one component after the other. */
    Map<String, List<Map<String, String>>> read() {
        return ours().flatMap(bundle -> Xml.files(bundle, "OSGI-INF"))
                .filter(component ->
                        !component.getAttribute("configuration-pid").isEmpty())
                .collect(Collectors.groupingBy(
                        component -> component.getAttribute("configuration-pid"),
                        TreeMap::new,
                        Collectors.mapping(DescribedConfigurations::defaults, Collectors.toList())));
    }

    private static Map<String, String> defaults(Element component) {
        Map<String, String> defaults = new TreeMap<>();
        Xml.children(component, "property")
                .forEach(property -> defaults.put(
                        property.getAttribute("name"),
                        property.hasAttribute("value")
                                ? property.getAttribute("value")
                                : property.getTextContent().strip().replaceAll("\\s*\\n\\s*", ",")));
        return defaults;
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.mediacapture."))
                .filter(bundle -> !bundle.equals(context.getBundle()));
    }
}
