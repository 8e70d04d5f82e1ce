// SPDX-License-Identifier: Apache-2.0
/** Who may use cameras and microphones: the rules of the configuration, permission controllers, and what they decide. */
package org.mediacapture.core.permission;
