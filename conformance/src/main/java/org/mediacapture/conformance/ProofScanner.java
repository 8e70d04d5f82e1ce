// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Walks one source and collects its proofs. Confined to one thread, that of its caller. */
final class ProofScanner extends TreeScanner<Void, Void> {
    private static final String PACKAGE = Rule.class.getPackageName();
    private static final String NAME = Rule.class.getName();

    private final CompilationUnitTree unit;
    private final Path file;
    private final Deque<String> names = new ArrayDeque<>();
    private final List<Proof> proofs = new ArrayList<>();

    ProofScanner(CompilationUnitTree unit, Path file) {
        this.unit = unit;
        this.file = file;
    }

    List<Proof> proofs() {
        proofs.clear();
        scan(unit, null);
        return List.copyOf(proofs);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        names.addLast(type.getSimpleName().toString());
        collect(type.getModifiers().getAnnotations());
        super.visitClass(type, nothing);
        names.removeLast();
        return nothing;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        names.addLast(method.getName().toString());
        collect(method.getModifiers().getAnnotations());
        super.visitMethod(method, nothing);
        names.removeLast();
        return nothing;
    }

    private void collect(List<? extends AnnotationTree> annotations) {
        for (AnnotationTree annotation : annotations) {
            if (isRule(annotation.getAnnotationType().toString())) {
                annotation.getArguments().forEach(this::addAll);
            }
        }
    }

    /** Other libraries have a Rule too, so the import decides what the short name means. */
    private boolean isRule(String type) {
        if (!type.equals(Rule.class.getSimpleName())) {
            return type.equals(NAME);
        }
        String home = String.valueOf(unit.getPackageName());
        Set<String> ours = Set.of(NAME, PACKAGE + ".*");
        return home.equals(PACKAGE)
                || unit.getImports().stream()
                        .map(ImportTree::getQualifiedIdentifier)
                        .anyMatch(imported -> ours.contains(imported.toString()));
    }

    private void addAll(ExpressionTree argument) {
        if (argument instanceof AssignmentTree named) {
            addAll(named.getExpression());
        } else if (argument instanceof NewArrayTree list) {
            list.getInitializers().forEach(this::addAll);
        } else if (argument instanceof LiteralTree literal && literal.getValue() instanceof String id) {
            proofs.add(new Proof(id, String.join(".", names), file));
        } else {
            throw new IllegalArgumentException(
                    file + ": " + String.join(".", names) + ": @Rule takes ids in quotes, not " + argument);
        }
    }
}
