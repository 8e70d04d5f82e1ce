// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import org.mediacapture.provider.ProviderTrouble;

/**
 * What this provider lacks, and what to do. Immutable.
 *
 * @param reason which cameras are missing, and why
 * @param remedy what an operator can do, or ""
 */
record Trouble(String reason, String remedy) implements ProviderTrouble {}
