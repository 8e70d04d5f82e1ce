// SPDX-License-Identifier: Apache-2.0
/** Clocks and counters that say what something took, without what the asking took. */
package org.mediacapture.benchmarks.measure;
