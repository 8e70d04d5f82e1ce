// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.nio.file.Path;
import java.util.Optional;
import org.mediacapture.libs.webcam.OpenImaj;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The cameras at this computer: registers each as a service while it is there. Confined to the component runtime. Where the
 * natives have nothing for this system and processor, there are none, and a {@code ProviderTrouble} says why.
 */
@Component(
        service = {},
        immediate = true)
public final class LocalCameras {
    private final Optional<Discovery> discovery;

    /** Begins to look for cameras, unless the configuration forbids it. */
    @Activate
    public LocalCameras(@Reference WebcamProvider provider) {
        this(provider, OpenImaj.unsupported(), new VideoNodes(Path.of("/")), new OpenImajGrabbers());
    }

    LocalCameras(WebcamProvider provider, Optional<String> unsupported, VideoNodes nodes, Grabbers grabbers) {
        unsupported.filter(reason -> provider.discovers()).ifPresent(provider::lacksLocalCameras);
        LocalScan scan = new LocalScan(nodes, grabbers);
        discovery = provider.discovers() && unsupported.isEmpty()
                ? Optional.of(new Discovery(
                        scan,
                        nodes.pause(provider.interval()),
                        camera ->
                                provider.register(camera.open(grabbers), camera.serviceProperties(provider.ranking())),
                        failure -> provider.lacksLocalCameras(failure.getMessage())))
                : Optional.empty();
    }

    /** Takes the cameras away, and ends what is still open of them. */
    @Deactivate
    void close() {
        discovery.ifPresent(Discovery::close);
    }
}
