// SPDX-License-Identifier: Apache-2.0
/** Pictures to measure with. */
package org.mediacapture.benchmarks.footage;
