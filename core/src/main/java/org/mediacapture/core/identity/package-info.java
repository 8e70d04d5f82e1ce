// SPDX-License-Identifier: Apache-2.0
/** What makes a camera this camera, whoever offers it and wherever it is plugged in: found by its address, without opening it. */
package org.mediacapture.core.identity;
