// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the XML files of bundles. */
final class Xml {
    private Xml() {}

    /** The roots of all files of a folder. */
    static Stream<Element> files(Bundle bundle, String folder) {
        Optional<Enumeration<URL>> found = Optional.ofNullable(bundle.findEntries(folder, "*.xml", false));
        return found.map(Collections::list).stream().flatMap(List::stream).map(Xml::read);
    }

    /** All elements of a name below another. */
    static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static Element read(URL file) {
        try (InputStream in = file.openStream()) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (Exception unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }
}
