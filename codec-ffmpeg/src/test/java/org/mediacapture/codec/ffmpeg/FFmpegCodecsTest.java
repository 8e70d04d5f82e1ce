// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.CodecTrouble;
import org.mediacapture.libs.javacv.FFmpeg;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class FFmpegCodecsTest {
    private final List<String> registered = new CopyOnWriteArrayList<>();
    private final List<String> unregistered = new CopyOnWriteArrayList<>();
    private final List<CodecTrouble> troubles = new CopyOnWriteArrayList<>();

    @Test
    void theCodecsComeWhenFfmpegIsLoadedAndGoWithTheComponent() {
        FFmpegCodecs codecs = new FFmpegCodecs(context(), FFmpeg::load);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> registered.size() == 3);

        codecs.close();

        assertThat(registered).containsExactly("ImageEncoder 100", "ImageDecoder 100", "FrameConverter 100");
        assertThat(unregistered).containsExactlyElementsOf(registered);
    }

    @Test
    void withoutNativesThereAreNoCodecsAndATroubleTellsWhy() {
        CountDownLatch tried = new CountDownLatch(1);
        FFmpegCodecs codecs = new FFmpegCodecs(context(), () -> {
            tried.countDown();
            throw new UnsatisfiedLinkError("no natives here");
        });
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> registered.size() == 1);
        codecs.close();

        assertThat(tried.getCount()).isZero();
        assertThat(registered).containsExactly("CodecTrouble 100");
        assertThat(troubles)
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.reason())
                        .isEqualTo("no codecs of FFmpeg: it cannot be loaded: no natives here"))
                .satisfies(trouble -> assertThat(trouble.remedy()).contains("delete the folder /"));
        assertThat(unregistered).containsExactlyElementsOf(registered);
    }

    @Test
    void aBundleThatStopsWhileFfmpegIsBeingLoadedLeavesNoCodec() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch loaded = new CountDownLatch(1);
        FFmpegCodecs codecs = new FFmpegCodecs(context(), () -> {
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

        assertThat(unregistered).containsExactlyElementsOf(registered);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> {
            if (!method.equals("registerService")) {
                throw new AssertionError("unexpected call: " + method);
            }
            Object ranking = ((Dictionary<?, ?>) arguments[2]).get("service.ranking");
            String what = ((Class<?>) arguments[0]).getSimpleName() + " " + ranking;
            registered.add(what);
            if (arguments[1] instanceof CodecTrouble trouble) {
                troubles.add(trouble);
            }
            return proxy(ServiceRegistration.class, (name, none) -> unregistered.add(what) ? null : what);
        });
    }

    private interface Calls {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.to(method.getName(), arguments)));
    }
}
