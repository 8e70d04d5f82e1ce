// SPDX-License-Identifier: Apache-2.0
/**
 * Values of configurations, checked: a wrong one is refused by name, and what was in force stays so. The bundles that have a
 * configuration pack this package.
 */
package org.mediacapture.configuration;
