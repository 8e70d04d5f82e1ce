// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

/** The ways in which the provider behind a live track is replaced. Immutable. */
enum SwapKind {
    STOP_START("stop, start"),
    UPDATE("update"),
    REFRESH("refresh"),
    REINSTALL("uninstall, install"),
    CONFIGURATION("configuration"),
    SWAP("swap, both open"),
    SWAP_EXCLUSIVE("swap, one open"),
    PREFERENCE("preference");

    private final String text;

    SwapKind(String text) {
        this.text = text;
    }

    /** Whether tracks are muted: not where the successor is opened first, nor where nobody asks for a swap. */
    boolean mutes() {
        return this != SWAP && this != PREFERENCE;
    }

    @Override
    public String toString() {
        return text;
    }
}
