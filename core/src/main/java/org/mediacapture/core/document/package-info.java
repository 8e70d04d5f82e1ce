// SPDX-License-Identifier: Apache-2.0
/** The media devices of a document: what it is told of devices, getUserMedia, devicechange. */
package org.mediacapture.core.document;
