// SPDX-License-Identifier: Apache-2.0
/** What the framework costs: JMH benchmarks of the constraint engine, and of calls into mediacapture inside Felix. */
package org.mediacapture.benchmarks;
