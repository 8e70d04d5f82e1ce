// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.FakeFramework;
import org.mediacapture.fixtures.FakeFramework.Service;
import org.mediacapture.frame.CodecTrouble;
import org.mediacapture.libs.javacv.FFmpeg;

class FFmpegCodecsTest {
    private final FakeFramework framework = new FakeFramework();

    @Test
    void theCodecsComeWhenFfmpegIsLoadedAndGoWithTheComponent() {
        FFmpegCodecs codecs = new FFmpegCodecs(framework.context(), FFmpeg::load);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> framework.registered().size() == 3);

        codecs.close();

        assertThat(framework.registered()).isEmpty();
        assertThat(framework.unregistered())
                .extracting(FFmpegCodecsTest::name)
                .containsExactly("ImageEncoder 100", "ImageDecoder 100", "FrameConverter 100");
    }

    @Test
    void withoutNativesThereAreNoCodecsAndATroubleTellsWhy() {
        CountDownLatch tried = new CountDownLatch(1);
        FFmpegCodecs codecs = new FFmpegCodecs(framework.context(), () -> {
            tried.countDown();
            throw new UnsatisfiedLinkError("no natives here");
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> framework.registered().size() == 1);

        assertThat(tried.getCount()).isZero();
        assertThat(framework.registered()).extracting(FFmpegCodecsTest::name).containsExactly("CodecTrouble 100");
        assertThat(framework.services(CodecTrouble.class))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.reason())
                        .isEqualTo("no codecs of FFmpeg: it cannot be loaded: no natives here"))
                .satisfies(trouble -> assertThat(trouble.remedy()).contains("delete the folder /"));
        codecs.close();
        assertThat(framework.registered()).isEmpty();
    }

    @Test
    void aBundleThatStopsWhileFfmpegIsBeingLoadedLeavesNoCodec() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        FFmpegCodecs codecs = new FFmpegCodecs(framework.context(), () -> {
            await(stopped);
            FFmpeg.load();
            loaded.countDown();
        });
        codecs.close();
        stopped.countDown();
        loaded.await();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("mediacapture-ffmpeg-codecs")));

        assertThat(framework.registered()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(Service service) {
        return service.type().getSimpleName() + " " + service.properties().get("service.ranking");
    }
}
