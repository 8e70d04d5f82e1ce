// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class MetatypeFilesTest {
    private static final String FOLDER = "OSGI-INF/metatype";

    @TempDir
    Path content;

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(content.resolve(FOLDER)).resolve(name), text);
    }

    private Map<String, Set<String>> keys() {
        Bundle bundle = (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) -> method.getName().equals("getEntry")
                        ? new URL("file:" + content.resolve(arguments[0].toString()))
                        : paths());
        return new MetatypeFiles(bundle).keys();
    }

    /** As OSGi has it: null where there is no such folder. */
    private Enumeration<String> paths() {
        try (Stream<Path> files = Files.list(content.resolve(FOLDER))) {
            return Collections.enumeration(
                    files.map(file -> FOLDER + "/" + file.getFileName()).toList());
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theKeysOfEachPidAndFactoryPidAreRead() throws IOException {
        write("a.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0" localization="l10n/x">
                  <OCD id="some.Config" name="x">
                    <AD id="grace" type="Long" default="5000"/>
                    <AD id="exposure" type="String"><Option label="a" value="b"/></AD>
                  </OCD>
                  <Designate pid="x.one"><Object ocdref="some.Config"/></Designate>
                </metatype:MetaData>
                """);
        write(
                "b.xml",
                "<MetaData><OCD id=\"o\"><AD id=\"url\"/></OCD><Designate factoryPid=\"x.two\"><Object ocdref=\"o\"/>"
                        + "</Designate></MetaData>");
        write("readme.txt", "no XML");

        assertThat(keys()).isEqualTo(Map.of("x.one", Set.of("grace", "exposure"), "x.two", Set.of("url")));
    }

    @Test
    void whatCannotBeReadDescribesNothing() throws IOException {
        write("a.xml", "<OCD id=");

        assertThat(keys()).isEmpty();
    }

    @Test
    void aBundleWithoutDescriptionsHasNone() {
        assertThat(keys()).isEmpty();
    }
}
