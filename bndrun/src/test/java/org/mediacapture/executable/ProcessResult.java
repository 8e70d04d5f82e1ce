// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

/**
 * What a process left. Immutable.
 *
 * @param exitCode its exit code
 * @param out what it printed to standard output
 * @param err what it printed to standard error, without what the JVM says about itself
 */
public record ProcessResult(int exitCode, String out, String err) {}
