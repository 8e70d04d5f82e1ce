// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.document.Document;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeBundle;
import org.mediacapture.stream.MediaDocument;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.framework.Bundle;

/** Whose documents there are, and when they are closed. */
class DocumentsTest {
    private final DocumentRig rig = new DocumentRig();
    private final FakeBundle app = new FakeBundle(1, "app");
    private final FakeBundle bridge = new FakeBundle(2, "bridge");
    private Optional<Runnable> onQuestion = Optional.empty();
    private boolean bridges = true;
    private final Documents documents = new Documents(rig.surroundings, rig.usage::add, name -> {
        onQuestion.ifPresent(Runnable::run);
        return bridges;
    });

    @Test
    @Rule("TRK-9")
    void theDocumentOfABundleLastsUntilTheBundleStops() {
        rig.camera("door");
        Document own = own(app);
        MediaStreamTrack track = rig.video(own, true);
        assertThat(own(app)).as("however often the service is taken").isSameAs(own);

        documents.stopping(app.bundle());

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(documents.all()).isEmpty();
        rig.settle();
    }

    @Test
    @Rule({"TRK-9", "GUM-2"})
    void aBundleThatStopsGetsNoDocumentThatIsOpen() {
        for (int state : List.of(Bundle.STOPPING, Bundle.RESOLVED)) {
            app.state = state;

            assertThat(own(app).owner().isClosed()).isTrue();
            assertThat(documents.all()).isEmpty();
        }
        app.state = Bundle.STARTING;
        assertThat(own(app).owner().isClosed()).isFalse();
    }

    @Test
    @Rule({"TRK-9", "GUM-2"})
    void aDocumentThatIsMadeWhileItsBridgeStopsIsClosed() {
        onQuestion = Optional.of(() -> {
            onQuestion = Optional.empty();
            bridge.state = Bundle.STOPPING;
            documents.stopping(bridge.bundle());
        });

        Document document = (Document) create("https://example.org");

        assertThat(document.owner().isClosed()).isTrue();
        assertThat(documents.all()).isEmpty();
    }

    @Test
    void noDocumentIsLostWhileAnotherThreadClosesItsOwn() throws Exception {
        List<MediaDocument> kept = new ArrayList<>();
        CountDownLatch running = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            for (int number = 0; number < 2_000; number++) {
                create("https://other.example").close();
                running.countDown();
            }
        });
        other.start();
        running.await();
        for (int number = 0; number < 2_000; number++) {
            MediaDocument document = create("https://example.org");
            if (number % 50 == 0) {
                kept.add(document);
            } else {
                document.close();
            }
        }
        other.join();

        assertThat(documents.all())
                .hasSameElementsAs(kept.stream().map(Document.class::cast).toList());
        documents.stopping(bridge.bundle());
        assertThat(kept).allMatch(document -> ((Document) document).owner().isClosed());
    }

    @Test
    void documentsOfABundleThatIsNoBridgeAnyMoreAreClosed() {
        rig.camera("door");
        MediaDocument document = create("https://example.org");
        MediaStreamTrack track = rig.video(document, true);
        Document own = own(bridge);
        documents.bridgesChanged();
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);

        bridges = false;
        documents.bridgesChanged();

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(documents.all()).containsExactly(own);
        assertThat(own.owner().isClosed()).isFalse();
        rig.settle();
        refused();
    }

    @Test
    void aBundleThatCeasesToBeABridgeWhileItMakesADocumentGetsNone() {
        onQuestion = Optional.of(() -> {
            onQuestion = Optional.of(() -> bridges = false);
            documents.bridgesChanged();
        });

        refused();

        assertThat(documents.all()).isEmpty();
    }

    @Test
    void aBundleWithoutASymbolicNameIsKnownByItsLocation() {
        assertThat(own(new FakeBundle(7)).origin()).isEqualTo("file:bundle-7");
    }

    private void refused() {
        assertThatThrownBy(() -> create("https://example.org"))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.error()).isEqualTo(ErrorName.SECURITY));
    }

    private Document own(FakeBundle bundle) {
        return documents.documentOf(bundle.bundle());
    }

    private MediaDocument create(String origin) {
        return documents.factoryFor(bridge.bundle()).create(origin);
    }
}
