// SPDX-License-Identifier: Apache-2.0
/** A camera in the network, and what arrives of its pictures at whoever reads it. */
package org.mediacapture.benchmarks.network;
