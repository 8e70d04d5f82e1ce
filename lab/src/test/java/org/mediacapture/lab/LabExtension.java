// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests what they share: one framework for all of them, since the natives in its bundles can be loaded once only in a JVM.
 * It is started for the first test that asks, and stopped after the last. Thread-safe.
 */
final class LabExtension implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(LabExtension.class);
    private static final Map<Class<?>, Supplier<?>> PARTS = Map.of(
            LabFramework.class, () -> LabFramework.start(folder("lab.bundles")),
            CameraLab.class, CameraLab::new,
            LabReport.class, () -> new LabReport(folder("lab.out").resolve("report.tsv")));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return PARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Store store = extension.getRoot().getStore(SHARED);
        return store.getOrComputeIfAbsent(
                parameter.getParameter().getType(), type -> PARTS.get(type).get());
    }

    private static Path folder(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property " + property + " names no folder: start with lab/test");
        }
        return Path.of(value);
    }
}
