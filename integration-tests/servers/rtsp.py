# SPDX-License-Identifier: Apache-2.0
"""An RTSP camera on a free port of the loopback interface: /cam is H.264, /jpeg is JPEG. With the argument
"login" both want one."""

import os
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

PICTURE = (
    "videotestsrc is-live=true pattern=smpte ! video/x-raw,width=640,height=480,framerate=15/1"
    " ! videoconvert ! video/x-raw,format=I420"
)
H264 = (
    f"( {PICTURE} ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 bitrate=1000"
    " ! rtph264pay name=pay0 pt=96 config-interval=1 )"
)
JPEG = f"( {PICTURE} ! jpegenc ! rtpjpegpay name=pay0 pt=26 )"


def camera(pipeline):
    """A pipeline that all viewers share, for viewers that logged in where a login is wanted."""
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(pipeline)
    factory.set_shared(True)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_permission_for_role("viewer", "media.factory.access", True)
    permissions.add_permission_for_role("viewer", "media.factory.construct", True)
    factory.set_permissions(permissions)
    return factory


def login():
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth = GstRtspServer.RTSPAuth()
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic("viewer", "secret"), token)
    return auth


def main():
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(os.environ.get("RTSP_PORT", "0"))
    if sys.argv[1:] == ["login"]:
        server.set_auth(login())
    mounts = server.get_mount_points()
    mounts.add_factory("/cam", camera(H264))
    mounts.add_factory("/jpeg", camera(JPEG))
    if server.attach(None) == 0:
        sys.exit("start-rtsp: no port of 127.0.0.1 could be bound")
    print(f"rtsp://127.0.0.1:{server.get_bound_port()}/cam", flush=True)
    GLib.MainLoop().run()


main()
