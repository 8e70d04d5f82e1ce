// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.core.select.Output;

/**
 * What a track that is made now begins with. Immutable.
 *
 * @param output what it gets of the camera's pictures
 * @param muted whether the camera delivers nothing at present (TRK-1)
 */
public record Attachment(Output output, boolean muted) {}
