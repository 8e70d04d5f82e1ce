// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.function.Supplier;

/**
 * Where a value stands in a dictionary, such as {@code video.advanced[1].width.exact}: what the message of a failed
 * conversion begins with. The text is made only when a conversion fails. Immutable.
 */
interface MemberPath {
    /** The dictionary itself. */
    MemberPath ROOT = () -> "";

    /**
     * The path in words of the caller.
     *
     * @return "" for the dictionary itself
     */
    String text();

    /**
     * A path that is known as text.
     *
     * @param text the path, "" for the dictionary itself
     * @return the path
     */
    static MemberPath of(String text) {
        return () -> text;
    }

    /**
     * A member of the dictionary at this path.
     *
     * @param name the member's name
     * @return its path
     */
    default MemberPath member(String name) {
        return () -> {
            String parent = text();
            return parent.isEmpty() ? name : parent + "." + name;
        };
    }

    /**
     * An element of the list at this path.
     *
     * @param index counted from 0
     * @return its path
     */
    default MemberPath element(int index) {
        return () -> text() + "[" + index + "]";
    }

    /**
     * The failure of a value that has no conversion.
     *
     * @param value what was given here
     * @param accepted what would be accepted, in words
     * @return the failure, to be thrown
     */
    default IllegalArgumentException wrong(Object value, String accepted) {
        return failure(ShownValue.of(value) + " is not " + accepted);
    }

    /**
     * A failure at this path.
     *
     * @param problem what is wrong here
     * @return the failure, to be thrown
     */
    default IllegalArgumentException failure(String problem) {
        String text = text();
        return new IllegalArgumentException(text.isEmpty() ? problem : text + ": " + problem);
    }

    /**
     * Makes a value and says where, if its constructor refuses.
     *
     * @param constructor makes the value
     * @param <T> the type of the value
     * @return the value
     * @throws IllegalArgumentException if the constructor threw one; with this path before its message
     */
    default <T> T making(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            IllegalArgumentException located = failure(e.getMessage());
            located.initCause(e);
            throw located;
        }
    }
}
