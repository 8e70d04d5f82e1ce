// SPDX-License-Identifier: Apache-2.0
/** What the framework costs, beside its peers: experiments with frames and photos, and benchmarks of calls by JMH. */
package org.mediacapture.benchmarks;
