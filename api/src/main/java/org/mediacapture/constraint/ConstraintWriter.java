// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a constraint in the shape of the Web IDL in which it was given (IDL-6, AC-6). Immutable. */
final class ConstraintWriter {
    private final Constraint<?> constraint;

    /**
     * Makes a writer.
     *
     * @param constraint what to write
     */
    ConstraintWriter(Constraint<?> constraint) {
        this.constraint = constraint;
    }

    /**
     * Writes the constraint.
     *
     * @return a bare value, a list, or a new map
     */
    Object write() {
        if (constraint.presence().isPresent()) {
            return constraint.presence().get();
        }
        return isGiven(Constraint.Part.BARE, constraint.bare())
                ? values(Constraint.Part.BARE, constraint.bare())
                : members();
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        constraint.min().ifPresent(value -> members.put("min", value));
        constraint.max().ifPresent(value -> members.put("max", value));
        if (isGiven(Constraint.Part.EXACT, constraint.exact())) {
            members.put("exact", values(Constraint.Part.EXACT, constraint.exact()));
        }
        if (isGiven(Constraint.Part.IDEAL, constraint.ideal())) {
            members.put("ideal", values(Constraint.Part.IDEAL, constraint.ideal()));
        }
        return members;
    }

    private boolean isGiven(Constraint.Part part, List<?> values) {
        return !values.isEmpty() || constraint.lists().contains(part);
    }

    private Object values(Constraint.Part part, List<?> values) {
        List<Object> plain = values.stream().map(ValueKind::plain).toList();
        return plain.size() == 1 && !constraint.lists().contains(part) ? plain.get(0) : plain;
    }
}
