// SPDX-License-Identifier: Apache-2.0
/** Clock, threads and deadlines of the core. */
package org.mediacapture.core.time;
