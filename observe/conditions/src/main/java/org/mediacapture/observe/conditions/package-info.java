// SPDX-License-Identifier: Apache-2.0
/** A condition for each camera that can be opened. */
package org.mediacapture.observe.conditions;
