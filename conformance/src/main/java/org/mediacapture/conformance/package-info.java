// SPDX-License-Identifier: Apache-2.0
/** Which test proves which rule of the specifications. Used by tests and by the build; nothing of it is deployed. */
package org.mediacapture.conformance;
