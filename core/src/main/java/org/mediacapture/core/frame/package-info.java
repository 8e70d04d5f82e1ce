// SPDX-License-Identifier: Apache-2.0
/** The way of a frame from a session to its receivers: shared by reference, counted, never copied. */
package org.mediacapture.core.frame;
