// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.io.IOException;
import org.mediacapture.frame.FrameData;

/** An encoder that is used in the way that is best for it. Confined to one thread. */
public interface JpegEncoder extends AutoCloseable {
    /** A file of a picture in planes of luma and colour. */
    byte[] encode(FrameData picture) throws IOException;

    @Override
    void close();
}
