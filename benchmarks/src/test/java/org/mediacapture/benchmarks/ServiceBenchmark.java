// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs that a service is a service: the same call, injected by Declarative Services into a bundle, and without OSGi. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ServiceBenchmark {
    private static final String COMPONENT = "OSGI-INF/caller.xml";
    private static final String XML = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="caller" init="1">
              <implementation class="org.mediacapture.benchmarks.InjectedCaller"/>
              <service><provide interface="java.util.function.LongSupplier"/></service>
              <reference name="service" interface="java.util.function.LongUnaryOperator" parameter="0"/>
            </scr:component>
            """;

    private final LongUnaryOperator service = value -> value ^ value >>> 3;
    private final LongSupplier direct = new InjectedCaller(service);
    private MockFramework framework;
    private LongSupplier injected;

    /** Starts a bundle with the component. */
    @Setup
    public void open() throws Exception {
        framework = MockFramework.open();
        framework.context().registerService(LongUnaryOperator.class, service, new Hashtable<>(Map.of()));
        framework.context().installBundle("caller", bundle()).start();
        injected = framework.service(LongSupplier.class);
        if (injected.getClass() == direct.getClass()) {
            throw new IllegalStateException("the component is not the bundle's own");
        }
    }

    /** Closes everything. */
    @TearDown
    public void close() throws Exception {
        framework.close();
    }

    /** An object calls another. */
    @Benchmark
    public long direct() {
        return direct.getAsLong();
    }

    /** A component calls a service. */
    @Benchmark
    public long injected() {
        return injected.getAsLong();
    }

    private static InputStream bundle() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "caller");
        headers.putValue("Service-Component", COMPONENT);
        headers.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0)(!(version>=2.0.0)))\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry(COMPONENT));
            jar.write(XML.getBytes(StandardCharsets.UTF_8));
            String classFile = InjectedCaller.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new ZipEntry(classFile));
            try (InputStream code = InjectedCaller.class.getClassLoader().getResourceAsStream(classFile)) {
                code.transferTo(jar);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
