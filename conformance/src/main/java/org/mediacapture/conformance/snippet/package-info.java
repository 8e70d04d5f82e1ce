// SPDX-License-Identifier: Apache-2.0
/** Code in the pages of {@code docs/} that is copied from the examples, which are built and run. */
package org.mediacapture.conformance.snippet;
