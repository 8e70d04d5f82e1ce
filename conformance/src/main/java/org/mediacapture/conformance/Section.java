// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

/** The groups of rules, in the order of the page; the name of each is the first part of its rules' ids. Immutable. */
enum Section {
    IDL("Conversion of arguments"),
    IC("ImageCapture"),
    PC("Photo capabilities and settings"),
    PX("Properties of image capture"),
    PTZ("Pan, tilt and zoom"),
    CM("Constraints and selection"),
    RES("Sizes and frame rates"),
    OC("Conditions that change later"),
    AC("applyConstraints and what a track tells"),
    GUM("getUserMedia"),
    ENUM("List of devices"),
    DEV("Identifiers"),
    DC("devicechange"),
    TRK("Tracks"),
    STR("Streams"),
    SUP("Supported constraints"),
    PERM("Permissions"),
    X("Where text, tests and browsers differ"),
    W("Worked fitness distances");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
