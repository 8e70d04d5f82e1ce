// SPDX-License-Identifier: Apache-2.0
/** Prints cameras, providers, tracks and their rates for Felix Inventory, and so for the Web Console. */
package org.mediacapture.observe.inventory;
