// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;

class FolderCameraContractTest extends CameraDeviceContract {
    @TempDir
    Path folder;

    @Override
    protected CameraDevice device() {
        try {
            Pictures.in(folder);
            return new FolderCamera(properties());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Map<String, Object> properties() {
        String address = "folder:" + folder.toUri().getRawPath();
        return Map.of("camera.address", address, "camera.label", "Folder", "camera.provider", "folder");
    }
}
