// SPDX-License-Identifier: Apache-2.0
/**
 * The constraint model of the W3C: properties, constraints, capabilities, settings, photo settings, and the failures.
 *
 * <p>All types are immutable values, safe for use by any thread, and convert to and from {@code Map<String, Object>} in
 * the shapes of the Web IDL, so that JSON at the edges of a program is one line.
 *
 * <p>Conversions from maps are those of the Web IDL (IDL-2 to IDL-8): every {@link Number} is a number, clamped or
 * refused as the member's type says; every {@link CharSequence} is a string; every {@link Iterable} and every array is
 * a list; unknown members are dropped and never looked at; a member that is null is not given, since script engines
 * hand undefined over as null; an element that is null is the empty dictionary where dictionaries are expected (IDL-3).
 * One rule is stricter: nothing is coerced, so a value of another Java type is refused. Each refusal is an
 * {@link IllegalArgumentException}, the counterpart of {@code TypeError}, whose one-line message names the path of the
 * member, the value (shortened), and what is accepted, for example
 * {@code advanced[1].width.exact: "wide" is not a number}.
 *
 * <p>Users and implementers alike import this package with the range {@code [1.0,2)}.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#constrainable-interface">Media Capture and Streams: the
 *     constrainable pattern</a>
 */
@Export
@Version("1.0.0")
package org.mediacapture.constraint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
