// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A map read as a dictionary of the Web IDL: its names are strings, a member that is null is not given, and members
 * that nobody asks for are never looked at (IDL-2). Confined to one thread.
 */
final class Dictionary {
    private final MemberPath path;
    private final Map<?, ?> members;

    private Dictionary(MemberPath path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    /**
     * Reads a value as a dictionary.
     *
     * @param path where the value stands
     * @param value what shall be a map
     * @param accepted what would be accepted, in words
     * @return the dictionary
     * @throws IllegalArgumentException if the value is no map or one of its keys is no string
     */
    static Dictionary of(MemberPath path, Object value, String accepted) {
        if (!(value instanceof Map<?, ?> members)) {
            throw path.wrong(value, accepted);
        }
        for (Object key : members.keySet()) {
            if (!(key instanceof String)) {
                throw path.failure("the key " + ShownValue.of(key) + " is not a string");
            }
        }
        return new Dictionary(path, members);
    }

    /**
     * Reads an element of a list; null is the empty dictionary, as in the Web IDL (IDL-3).
     *
     * @param path where the element stands
     * @param value what shall be a map or null
     * @param accepted what would be accepted, in words
     * @return the dictionary
     * @throws IllegalArgumentException if the value is neither, or one of its keys is no string
     */
    static Dictionary ofElement(MemberPath path, Object value, String accepted) {
        return of(path, value == null ? Map.of() : value, accepted);
    }

    /**
     * Reads the argument of a public method.
     *
     * @param argument the members
     * @return the dictionary, whose path is empty
     * @throws IllegalArgumentException if a key is no string
     */
    static Dictionary of(Map<String, ?> argument) {
        return of(MemberPath.ROOT, Objects.requireNonNull(argument, "members"), "a map");
    }

    /**
     * Where a member stands.
     *
     * @param name the member's name
     * @return its path
     */
    MemberPath path(String name) {
        return path.member(name);
    }

    /**
     * A member as it is.
     *
     * @param name the member's name
     * @return the value, or empty if it is not given
     */
    Optional<Object> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /**
     * A converted member.
     *
     * @param name the member's name
     * @param kind how to convert it
     * @param <T> the Java type of the value
     * @return the value, or empty if it is not given
     * @throws IllegalArgumentException if it has no conversion
     */
    <T> Optional<T> get(String name, ValueKind<T> kind) {
        return get(name).map(value -> kind.convert(path(name), value));
    }

    /**
     * A converted member that must be there.
     *
     * @param name the member's name
     * @param kind how to convert it
     * @param <T> the Java type of the value
     * @return the value
     * @throws IllegalArgumentException if it is not given or has no conversion
     */
    <T> T require(String name, ValueKind<T> kind) {
        return get(name, kind).orElseThrow(() -> path(name).failure("is missing and must be " + kind));
    }

    /**
     * Goes through the members that are given.
     *
     * @param action takes name and value
     */
    void forEach(BiConsumer<String, Object> action) {
        members.forEach((name, value) -> {
            if (value != null) {
                action.accept((String) name, value);
            }
        });
    }
}
