// SPDX-License-Identifier: Apache-2.0
/** What the framework is compared to, each used in the way that is best for it. */
package org.mediacapture.benchmarks.peer;
