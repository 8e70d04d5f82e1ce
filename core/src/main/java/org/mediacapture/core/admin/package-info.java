// SPDX-License-Identifier: Apache-2.0
/** The operator's view of the core. */
package org.mediacapture.core.admin;
