// SPDX-License-Identifier: Apache-2.0
/** The cameras that there are: which services are the same camera, what it is called, and who offers it best. */
package org.mediacapture.core.inventory;
