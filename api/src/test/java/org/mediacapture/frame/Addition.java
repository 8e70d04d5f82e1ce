// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

/** What a later release might add to the API. */
public interface Addition {}
