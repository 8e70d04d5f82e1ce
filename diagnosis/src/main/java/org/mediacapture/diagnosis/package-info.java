// SPDX-License-Identifier: Apache-2.0
/** What may be wrong with cameras and their providers, and what to do about it: for the shell and for health checks, which both pack it. */
package org.mediacapture.diagnosis;
