// SPDX-License-Identifier: Apache-2.0
/** What experiments find, held to the goals, as a page and pictures. */
package org.mediacapture.benchmarks.report;
