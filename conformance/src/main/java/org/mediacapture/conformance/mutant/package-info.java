// SPDX-License-Identifier: Apache-2.0
/** Which mutants survived mutation testing, and why. Used by the script {@code conformance/mutation-test} alone. */
package org.mediacapture.conformance.mutant;
