// SPDX-License-Identifier: Apache-2.0
/** The constraint engine: fitness distances and the selection of settings. Pure functions of values, without OSGi. */
package org.mediacapture.core.select;
