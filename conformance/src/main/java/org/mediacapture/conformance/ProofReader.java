// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads {@link Rule} out of sources with the compiler's own parser; nothing is compiled, no class path is needed. Immutable. */
final class ProofReader {
    private final Path root;

    ProofReader(Path root) {
        this.root = root;
    }

    /**
     * The proofs of all files, sorted.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file is no Java, or an annotation is not made of plain strings
     */
    List<Proof> read(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("This Java has no compiler: a JDK is needed, not a JRE");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, problems, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<Proof> proofs = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = root.relativize(Path.of(unit.getSourceFile().toUri()));
                proofs.addAll(new ProofScanner(unit, file).proofs());
            }
            refuseErrors(problems);
            proofs.sort(null);
            return proofs;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void refuseErrors(DiagnosticCollector<JavaFileObject> problems) {
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                throw new IllegalArgumentException(problem.toString());
            }
        }
    }
}
