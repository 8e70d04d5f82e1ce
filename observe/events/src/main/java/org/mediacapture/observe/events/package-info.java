// SPDX-License-Identifier: Apache-2.0
/** What becomes of cameras, and who uses them, as topics of Event Admin. */
package org.mediacapture.observe.events;
