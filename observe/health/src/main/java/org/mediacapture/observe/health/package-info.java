// SPDX-License-Identifier: Apache-2.0
/** Felix health checks for cameras. */
package org.mediacapture.observe.health;
