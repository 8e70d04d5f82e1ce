// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

/** What a person wants to do: the overview of {@code camera:help} goes by it, in this order. */
public enum Task {
    PICTURES("Take pictures"),
    TRACKS("Use a camera for longer"),
    CAMERAS("See what there is, and choose"),
    OBSERVE("See what goes on, and what is wrong");

    private final String title;

    Task(String title) {
        this.title = title;
    }

    /**
     * The task in words.
     *
     * @return a title
     */
    public String title() {
        return title;
    }
}
