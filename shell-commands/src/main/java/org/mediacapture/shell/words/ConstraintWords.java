// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.constraint.ConstrainableProperty;

/**
 * Collects the constraints of one call: words ({@code width.exact=1280 zoom=2}), Gogo maps ({@code [width=1280]}) and
 * quoted JSON, in any mixture. A name in a word or a map was typed, so an unknown one is a mistake; JSON follows the
 * specification, which drops it (IDL-2). For use by one thread.
 */
public final class ConstraintWords {
    private static final String BARE = "";
    private static final String ADVANCED = "advanced";
    private static final List<String> CHOICE_MEMBERS = List.of("exact", "ideal");
    private static final List<String> RANGE_MEMBERS = List.of("min", "max", "exact", "ideal");

    private final Map<String, ConstrainableProperty<?>> properties;
    private final Map<String, Map<String, Object>> words = new LinkedHashMap<>();
    private final Map<String, Object> dictionary = new LinkedHashMap<>();

    /**
     * Begins a collection.
     *
     * @param vendor the properties that the device declares beside those of the specifications
     */
    public ConstraintWords(Collection<ConstrainableProperty<?>> vendor) {
        properties = Stream.concat(ConstrainableProperty.all().stream(), vendor.stream())
                .collect(Collectors.toMap(
                        ConstrainableProperty::name,
                        property -> property,
                        (first, again) -> first,
                        LinkedHashMap::new));
    }

    /**
     * Whether an argument is meant as constraints or settings, not as a name.
     *
     * @param word the argument
     * @return true for maps, JSON, and words with an equals sign
     */
    public static boolean isMeant(Object word) {
        return word instanceof Map<?, ?> || word instanceof String text && (JsonWord.is(text) || text.contains("="));
    }

    /**
     * Adds an argument.
     *
     * @param argument one for which {@link #isMeant} holds
     * @return these words
     * @throws IllegalArgumentException if it names an unknown property or member, a wrong value, or something twice
     */
    public ConstraintWords add(Object argument) {
        if (argument instanceof Map<?, ?> map) {
            map.forEach((name, value) -> addTyped(String.valueOf(name), value));
        } else {
            addText(String.valueOf(argument));
        }
        return this;
    }

    /**
     * What was collected.
     *
     * @return a dictionary in the shapes of IDL-6
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>(dictionary);
        words.forEach((name, constraint) -> putOnce(members, name, joined(name, constraint)));
        return members;
    }

    private void addText(String text) {
        if (JsonWord.is(text)) {
            JsonWord.members(text).forEach((name, value) -> putOnce(dictionary, name, value));
        } else {
            addWord(text, text.indexOf('='));
        }
    }

    private void addWord(String word, int equals) {
        if (equals < 1) {
            throw new IllegalArgumentException("\"" + word + "\" is no constraint; name=value is one");
        }
        String path = word.substring(0, equals);
        int dot = path.lastIndexOf('.');
        ConstrainableProperty<?> property = property(dot < 0 ? path : path.substring(0, dot));
        String member = dot < 0 ? BARE : path.substring(dot + 1);
        if (dot >= 0) {
            checkMember(property, member);
        }
        Object value = WordValue.of(property, path, word.substring(equals + 1), dot < 0);
        Map<String, Object> constraint = words.computeIfAbsent(property.name(), name -> new LinkedHashMap<>());
        if (constraint.put(member, value) != null) {
            throw new IllegalArgumentException(path + " is given twice");
        }
    }

    private void addTyped(String name, Object value) {
        if (name.equals(ADVANCED) && value instanceof List<?> sets) {
            sets.stream()
                    .filter(Map.class::isInstance)
                    .forEach(set -> ((Map<?, ?>) set).forEach((key, each) -> checkTyped(String.valueOf(key), each)));
        } else {
            checkTyped(name, value);
        }
        putOnce(dictionary, name, value);
    }

    private void checkTyped(String name, Object value) {
        ConstrainableProperty<?> property = property(name);
        if (value instanceof Map<?, ?> members) {
            members.keySet().forEach(member -> checkMember(property, String.valueOf(member)));
        }
    }

    private ConstrainableProperty<?> property(String name) {
        return Optional.<ConstrainableProperty<?>>ofNullable(properties.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + name + "\" is no constrainable property" + hint(name)));
    }

    private String hint(String name) {
        return name.startsWith(ConstrainableProperty.VENDOR_PREFIX)
                ? " of this camera; camera:capabilities lists those of an open one, camera:apply sets them"
                : CloseMatches.question(name, properties.keySet());
    }

    private static void checkMember(ConstrainableProperty<?> property, String member) {
        List<String> accepted = property.constraintShape().hasRange() ? RANGE_MEMBERS : CHOICE_MEMBERS;
        if (!accepted.contains(member)) {
            throw new IllegalArgumentException(
                    property.name() + "." + member + ": " + property.name() + " takes " + String.join(", ", accepted));
        }
    }

    /** A bare value beside members is the wished one, as everywhere in the basic set (CM-2). */
    private static Object joined(String name, Map<String, Object> constraint) {
        if (!constraint.containsKey(BARE)) {
            return constraint;
        }
        if (constraint.size() == 1) {
            return constraint.get(BARE);
        }
        Map<String, Object> members = new LinkedHashMap<>(constraint);
        Object bare = members.remove(BARE);
        if (bare instanceof Boolean || members.put("ideal", bare) != null) {
            throw new IllegalArgumentException(name + "=" + bare + " contradicts the other constraints on " + name);
        }
        return members;
    }

    private static void putOnce(Map<String, Object> members, String name, Object value) {
        if (members.containsKey(name)) {
            throw new IllegalArgumentException(name + " is given twice");
        }
        members.put(name, value);
    }
}
