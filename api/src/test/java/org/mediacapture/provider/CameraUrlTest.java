// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://host/stream                                | http://host/stream
            HTTP://Host:8080/Stream?Channel=2                 | http://host:8080/Stream?Channel=2
            http://joe:hush@host/a                            | http://host/a
            http://joe:h@sh@host/a                            | http://host/a
            http://joe@host                                   | http://host
            http://host/a?user=joe&pwd=hush&channel=2         | http://host/a?channel=2
            http://host/a?channel=2&token=a/b+c==             | http://host/a?channel=2
            http://host/a?channel=2&Password=hush&res=hd      | http://host/a?channel=2&res=hd
            http://host/a?pwd=hush                            | http://host/a
            http://host/a b?x={1}                             | http://host/a%20b?x=%7B1%7D
            http://host/a#part                                | http://host/a
            https://host/%20                                  | https://host/%20
            rtsp://joe:hush@host:554/cam/real?channel=1       | rtsp://host:554/cam/real?channel=1
            rtsp://host/user=joe_password=hush_channel=1.sdp  | rtsp://host/channel=1.sdp
            rtsp://[::1]:8554/cam                             | rtsp://[::1]:8554/cam
            file:/clips/a.mp4                                 | file:///clips/a.mp4
            file:///clips/../clips/a b.mp4                    | file:///clips/a%20b.mp4
            file:///clips/a%20b.mp4                           | file:///clips/a%20b.mp4
            v4l2:/dev/video0                                  | v4l2:/dev/video0
            v4l2:///dev/video0                                | v4l2:/dev/video0
            rtmp://joe:hush@Host/live                         | rtmp://host/live
            vendor:camera 1                                   | vendor:camera%201
            lavfi:testsrc2=size=640x480:rate=30               | lavfi:testsrc2=size=640x480:rate=30
            lavfi:testsrc2,drawtext=text='%{pts}'             | lavfi:testsrc2,drawtext=text='%25%7Bpts%7D'
            """)
    void theAddressIsAUriWithoutCredentials(String url, String address) {
        assertThat(parse(url).address()).isEqualTo(address);
        assertThat(parse(url).toString()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://joe:hush@host/a?pwd=x&b=1    | http://joe:hush@host/a?pwd=x&b=1
            file:/clips/a%20b.mp4               | file:/clips/a b.mp4
            v4l2:/dev/video0                    | /dev/video0
            lavfi:color=c=red,format=bgra[out0] | color=c=red,format=bgra[out0]
            """)
    void theLocationIsWhatIsOpened(String url, String location) {
        assertThat(parse(url).location()).isEqualTo(location);
    }

    @Test
    void credentialsOfTheConfigurationWinAndAreEncoded() {
        CameraUrl url = CameraUrl.parse("rtsp://old:word@host/cam", "jo e", "p@s:s/w");

        assertThat(url.location()).isEqualTo("rtsp://jo%20e:p%40s%3As%2Fw@host/cam");
        assertThat(url.address()).isEqualTo("rtsp://host/cam");
    }

    @Test
    void textsAreScrubbedOfTheLocationAndOfSecrets() {
        CameraUrl url = CameraUrl.parse("http://host/a?token=abc%2Fdef", "joe", "hu sh");

        assertThat(url.scrub("cannot open " + url.location())).isEqualTo("cannot open http://host/a");
        assertThat(url.scrub("hu sh, hu%20sh, abc/def, abc%2Fdef")).isEqualTo("***, ***, ***, ***");
    }

    @ParameterizedTest
    @CsvSource({
        "http:///path, needs a host",
        "rtsp://, needs a host",
        "http://:80/x, needs a host",
        "file:, needs a path",
        "v4l2:, names no device",
        "v4l2:video0, names no device",
        "lavfi:, needs a filter graph"
    })
    void anIncompleteUrlIsRefusedWithTheReason(String url, String reason) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("url: ")
                .hasMessageContaining(reason);
    }

    @Test
    void theSchemeIsToldOfAnyUrl() {
        assertThat(CameraUrl.schemeOf(" HTTP://Host/")).isEqualTo("http");
        assertThat(CameraUrl.schemeOf("mock:door")).isEqualTo("mock");
        assertThat(CameraUrl.schemeOf("nonsense")).isEmpty();
        assertThat(CameraUrl.schemeOf("")).isEmpty();
        assertThat(parse("HTTP://Host/").scheme()).isEqualTo("http");
    }

    @Test
    void aUrlWithoutASchemeIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> parse("joe/secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("url: has no scheme; http://HOST/PATH is accepted, for one");
    }

    @Test
    void loginsAreToldAsTheyWereWritten() {
        CameraUrl url = CameraUrl.parse("http://jo%20e:h%40sh@host/a", "", "");

        assertThat(url.username()).isEqualTo("jo e");
        assertThat(url.password()).isEqualTo("h@sh");
        assertThat(parse("file:/clips/a.mp4").username()).isEmpty();
    }

    @Test
    void aHostIsThePlaceOfANetworkCameraAndTheFileThatOfAClip() {
        assertThat(parse("http://joe:hush@host:80/a").place()).isEqualTo("host:80");
        assertThat(parse("file:/clips/a.mp4").place()).isEqualTo("a.mp4");
        assertThat(parse("v4l2:/dev/video0").place()).isEqualTo("video0");
        assertThat(parse("lavfi:testsrc2=size=10x10").place()).isEqualTo("testsrc2");
    }

    private static CameraUrl parse(String url) {
        CameraUrl parsed = CameraUrl.parse(url, "", "");
        assertThat(URI.create(parsed.address()).isAbsolute()).isTrue();
        return parsed;
    }
}
