// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

/** What a source is like now, and those who want to know when that changes. Any thread reads; the strand writes. */
final class SourceStatus {
    private final Runnable onChange;
    private volatile SourceView view = SourceView.IDLE;

    /**
     * Begins idle.
     *
     * @param onChange called after each change that an operator sees: not of settings; returns at once
     */
    SourceStatus(Runnable onChange) {
        this.onChange = onChange;
    }

    SourceView view() {
        return view;
    }

    /** Tells of a change that the view does not show. */
    void touch() {
        onChange.run();
    }

    void show(SourceView now) {
        SourceView before = view;
        view = now;
        if (!now.looksLike(before)) {
            onChange.run();
        }
    }
}
