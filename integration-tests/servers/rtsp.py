# SPDX-License-Identifier: Apache-2.0
"""An RTSP camera on a free port of the loopback interface: /cam is H.264, /jpeg is JPEG. README.md tells the variables
that it reads, and the signal that has its pictures change their size."""

import os
import signal
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

H264 = (
    "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 bitrate=1000"
    " ! rtph264pay name=pay0 pt=96 config-interval=-1"
)
JPEG = "jpegenc ! rtpjpegpay name=pay0 pt=26"


def pictures(width, height):
    return f"video/x-raw,width={width},height={height},framerate=15/1"


class Camera:
    """A camera whose pipelines all viewers share, for viewers that logged in where a login is wanted."""

    def __init__(self, width, height):
        self.size = (width, height)
        self.running = []

    def factory(self, encoder):
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch(
            f"( videotestsrc is-live=true pattern=smpte ! capsfilter name=size caps={pictures(*self.size)}"
            f" ! videoconvert ! video/x-raw,format=I420 ! {encoder} )"
        )
        factory.set_shared(True)
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
        factory.connect("media-configure", lambda _, media: self.running.append(media.get_element()))
        return factory

    def halve(self):
        """Pictures of half the width and height from now on, in what is being sent."""
        self.size = tuple(length // 2 for length in self.size)
        for pipeline in self.running:
            pipeline.get_by_name("size").set_property("caps", Gst.Caps.from_string(pictures(*self.size)))
        return GLib.SOURCE_CONTINUE


def login(user, password):
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth = GstRtspServer.RTSPAuth()
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    return auth


def main():
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(os.environ.get("RTSP_PORT", "0"))
    if "RTSP_LOGIN" in os.environ:
        server.set_auth(login(*os.environ["RTSP_LOGIN"].split(":")))
    camera = Camera(*map(int, os.environ.get("RTSP_SIZE", "640x480").split("x")))
    mounts = server.get_mount_points()
    mounts.add_factory("/cam", camera.factory(H264))
    mounts.add_factory("/jpeg", camera.factory(JPEG))
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, camera.halve)
    if server.attach(None) == 0:
        sys.exit("start-rtsp: no port of 127.0.0.1 could be bound")
    print(f"rtsp://127.0.0.1:{server.get_bound_port()}/cam", flush=True)
    GLib.MainLoop().run()


main()
