// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class FFmpegTest {
    @Test
    void theNativesLoadAndAreSilent() {
        FFmpeg.load();

        assertThat(avutil.av_log_get_level()).isEqualTo(avutil.AV_LOG_QUIET);
        assertThat(avformat.avformat_version() >>> 16).isEqualTo(62);
    }

    @Test
    void aFilterThatMakesPicturesIsThere() {
        FFmpeg.load();

        assertThat(avfilter.avfilter_get_by_name("testsrc2")).isNotNull();
    }

    @Test
    void anAbsentFileIsAnErrorCodeAndNoCrash() {
        FFmpeg.load();
        AVFormatContext context = avformat.avformat_alloc_context();

        assertThat(avformat.avformat_open_input(context, "file:/no/such/file", null, (AVDictionary) null))
                .isEqualTo(-2);
    }

    @Test
    void theBuildIsTheOneUnderTheLesserLicence() {
        FFmpeg.load();

        assertThat(avutil.avutil_license().getString()).startsWith("LGPL");
    }

    @Test
    void theReasonOfAFailureIsWhatTheLinkerSaid() {
        Error linker = new UnsatisfiedLinkError("/natives/libjniavutil.so: invalid ELF header");
        LinkageError javacpp = new UnsatisfiedLinkError("no jniavutil in java.library.path");
        assertThat(FFmpeg.withReason(javacpp)).isSameAs(javacpp);

        javacpp.initCause(linker);

        assertThat(FFmpeg.withReason(javacpp)).hasMessage(linker.getMessage()).hasCause(javacpp);
    }

    @Test
    void theRemedyNamesTheFolderOfTheNatives() {
        assertThat(FFmpeg.remedy()).contains("delete the folder /");
    }
}
