#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A UVC 1.1 camera in user space, plugged into the kernel's virtual USB host controller.

    uvc_camera.py [--config FILE] [--serial SERIAL] PORT

The kernel's own uvcvideo driver drives it like any other webcam. The program ends when the camera is unplugged; ending
the program unplugs it. It needs root and the module vhci_hcd.

This file holds the USB and UVC side: descriptors, control requests and the stream of frames. ``model.py`` says what the
camera has, ``picture.py`` draws, ``usbip.py`` talks to the kernel.
"""

import argparse
import os
import struct
import sys
import threading
import time

import picture
from model import CAMERA, PROCESSING, Model
from usbip import Connection, Stall

# Standard USB: request types, requests and descriptor types.
DEVICE_TO_HOST = 0x80
CLASS_REQUEST, TYPE_MASK = 0x20, 0x60
GET_STATUS, CLEAR_FEATURE, GET_DESCRIPTOR, SET_INTERFACE = 0, 1, 6, 11
TO_INTERFACE, TO_ENDPOINT = 1, 2
DEVICE, CONFIGURATION, STRING, INTERFACE, ENDPOINT, QUALIFIER, ASSOCIATION = 1, 2, 3, 4, 5, 6, 11
MANUFACTURER_STRING, PRODUCT_STRING, SERIAL_STRING = 1, 2, 3
MISCELLANEOUS_CLASS = 0xEF
LANGUAGE_ENGLISH = 0x0409

# USB Video Class 1.1.
VIDEO_CLASS, VIDEO_CONTROL, VIDEO_STREAMING, VIDEO_COLLECTION = 0x0E, 1, 2, 3
CS_INTERFACE = 0x24
VC_HEADER, VC_INPUT_TERMINAL, VC_OUTPUT_TERMINAL, VC_PROCESSING_UNIT = 1, 2, 3, 5
VS_INPUT_HEADER, VS_COLOUR_MATCHING = 1, 13
VS_FORMAT_AND_FRAME = {"YUYV": (4, 5), "MJPG": (6, 7)}
CAMERA_TERMINAL_TYPE, USB_STREAMING_TYPE = 0x0201, 0x0101
YUYV_GUID = bytes.fromhex("5955593200001000800000aa00389b71")
SET_CUR, GET_CUR, GET_MIN, GET_MAX, GET_RES, GET_LEN, GET_INFO, GET_DEF = 0x01, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87
GET_AND_SET_SUPPORTED = 0x03
VS_PROBE, VS_COMMIT, VC_REQUEST_ERROR_CODE = 1, 2, 2
NO_ERROR, OUT_OF_RANGE, INVALID_CONTROL, INVALID_REQUEST = 0, 4, 6, 7
PROBE_SIZE = 34
CLOCK_HZ = 48_000_000

# This camera.
CONTROL_INTERFACE, STREAMING_INTERFACE = 0, 1
OUTPUT_TERMINAL = 3
BULK_IN = 0x81
BULK_PACKET = 512
# uvcvideo uses at most 32 packets for one transfer; a larger payload would only be split over several transfers.
PAYLOAD_SIZE = 32 * BULK_PACKET
PAYLOAD_HEADER = 2
END_OF_FRAME, END_OF_HEADER = 0x02, 0x80


def log(*words):
    print(f"{time.monotonic():.2f}", *words, flush=True)


def le(value, size):
    return value.to_bytes(size, "little")


def descriptor(kind, *parts):
    """A descriptor: its length, its type, then its parts, where a number stands for one byte."""
    body = b"".join(bytes([part]) if isinstance(part, int) else part for part in parts)
    return bytes([len(body) + 2, kind]) + body


def device_descriptor(model):
    return descriptor(
        DEVICE, le(0x0200, 2), MISCELLANEOUS_CLASS, 2, 1, 64, le(model.vendor_id, 2), le(model.product_id, 2),
        le(0x0100, 2), MANUFACTURER_STRING, PRODUCT_STRING, SERIAL_STRING, 1,
    )  # fmt: skip


def qualifier_descriptor():
    return descriptor(QUALIFIER, le(0x0200, 2), MISCELLANEOUS_CLASS, 2, 1, 64, 1, 0)


def configuration_descriptor(model):
    """The configuration: one control interface with its units, one streaming interface with a bulk endpoint."""
    body = b"".join(
        (
            descriptor(ASSOCIATION, CONTROL_INTERFACE, 2, VIDEO_CLASS, VIDEO_COLLECTION, 0, PRODUCT_STRING),
            descriptor(INTERFACE, CONTROL_INTERFACE, 0, 0, VIDEO_CLASS, VIDEO_CONTROL, 0, PRODUCT_STRING),
            _unit_descriptors(model),
            descriptor(INTERFACE, STREAMING_INTERFACE, 0, 1, VIDEO_CLASS, VIDEO_STREAMING, 0, 0),
            _format_descriptors(model),
            descriptor(ENDPOINT, BULK_IN, 2, le(BULK_PACKET, 2), 0),
        )
    )
    return descriptor(CONFIGURATION, le(9 + len(body), 2), 2, 1, 0, 0x80, 250) + body


def _unit_descriptors(model):
    camera_bits, processing_bits = le(model.control_bits(CAMERA), 3), le(model.control_bits(PROCESSING), 2)
    focal_lengths = le(1, 2) + le(10, 2) + le(1, 2)
    units = b"".join(
        (
            descriptor(CS_INTERFACE, VC_INPUT_TERMINAL, CAMERA, le(CAMERA_TERMINAL_TYPE, 2), 0, 0, focal_lengths,
                       len(camera_bits), camera_bits),
            descriptor(CS_INTERFACE, VC_PROCESSING_UNIT, PROCESSING, CAMERA, le(0, 2),
                       len(processing_bits), processing_bits, 0, 0),
            descriptor(CS_INTERFACE, VC_OUTPUT_TERMINAL, OUTPUT_TERMINAL, le(USB_STREAMING_TYPE, 2), 0, PROCESSING, 0),
        )
    )  # fmt: skip
    header_size = 13
    header = descriptor(
        CS_INTERFACE, VC_HEADER, le(0x0110, 2), le(header_size + len(units), 2), le(CLOCK_HZ, 4), 1, STREAMING_INTERFACE
    )
    return header + units


def _format_descriptors(model):
    formats = b""
    for index, form in enumerate(model.formats, 1):
        format_type, frame_type = VS_FORMAT_AND_FRAME[form.name]
        encoding = (YUYV_GUID, 16) if form.name == "YUYV" else (1,)
        formats += descriptor(CS_INTERFACE, format_type, index, len(form.sizes), *encoding, 1, 0, 0, 0, 0)
        for number, size in enumerate(form.sizes, 1):
            bits = size.buffer_size * 8 * 10_000_000
            formats += descriptor(
                CS_INTERFACE, frame_type, number, 0, le(size.width, 2), le(size.height, 2),
                le(bits // max(size.intervals), 4), le(bits // min(size.intervals), 4), le(size.buffer_size, 4),
                le(size.intervals[0], 4), len(size.intervals), *(le(interval, 4) for interval in size.intervals),
            )  # fmt: skip
        bt709, smpte170m = 1, 4
        formats += descriptor(CS_INTERFACE, VS_COLOUR_MATCHING, bt709, bt709, smpte170m)
    count = len(model.formats)
    header_size = 13 + count
    header = descriptor(
        CS_INTERFACE, VS_INPUT_HEADER, count, le(header_size + len(formats), 2), BULK_IN, 0, OUTPUT_TERMINAL, 0, 0, 0, 1,
        bytes(count),
    )  # fmt: skip
    return header + formats


class Camera:
    """Answers control requests and sends frames while it is streaming.

    Control requests come on one thread, frames are made on another one. The latter reads the controls' values without a
    lock: each is a single number, and a frame may well show a change half made.
    """

    def __init__(self, model):
        self._model = model
        self._device = device_descriptor(model)
        self._configuration = configuration_descriptor(model)
        self._strings = {
            MANUFACTURER_STRING: model.manufacturer,
            PRODUCT_STRING: model.product,
            SERIAL_STRING: model.serial,
        }
        self._probed = (1, 1, model.formats[0].sizes[0].intervals[0])  # format, frame, interval
        self._error = NO_ERROR
        self._stream = None  # the Stream now running
        self._connection = Connection(self._handle_control)

    def run(self, port):
        """Plugs the camera in and serves it until it is unplugged."""
        self._connection.attach(port)
        log(f"plugged into port {port}: {self._model.product}, serial {self._model.serial}")
        try:
            self._connection.serve()
        except OSError as error:
            log("connection lost:", error)
        self._stop()
        log("unplugged")

    def _handle_control(self, setup, data):
        request_type, request, value, index, length = struct.unpack("<BBHHH", setup)
        if request_type & TYPE_MASK == CLASS_REQUEST:
            try:
                answer = self._class_request(request, value >> 8, index >> 8, index & 0xFF, data)
            except Stall:
                log(f"stalled: request {request:#x}, selector {value >> 8:#x}, unit {index >> 8}, error {self._error}")
                raise
        elif request_type & DEVICE_TO_HOST:
            answer = self._standard_read(request, value)
        else:
            answer = b""
            # With a bulk endpoint there is no alternate setting to select: uvcvideo ends a stream by clearing the endpoint.
            if (request_type, request) in ((TO_ENDPOINT, CLEAR_FEATURE), (TO_INTERFACE, SET_INTERFACE)):
                self._stop()
        return answer[:length]

    def _standard_read(self, request, value):
        kind, index = value >> 8, value & 0xFF
        if request == GET_STATUS:
            return bytes(2)
        if request != GET_DESCRIPTOR:
            raise Stall
        if kind == DEVICE:
            return self._device
        if kind == CONFIGURATION:
            return self._configuration
        if kind == QUALIFIER:
            return qualifier_descriptor()
        if kind == STRING and index == 0:
            return descriptor(STRING, le(LANGUAGE_ENGLISH, 2))
        if kind == STRING and index in self._strings:
            return descriptor(STRING, self._strings[index].encode("utf-16-le"))
        raise Stall

    def _class_request(self, request, selector, unit, interface, data):
        if interface == STREAMING_INTERFACE:
            return self._streaming_request(request, selector, data)
        if unit == 0 and selector == VC_REQUEST_ERROR_CODE and request == GET_CUR:
            return bytes([self._error])
        controls = self._model.controls_at((unit, selector))
        if not controls:
            self._fail(INVALID_CONTROL)
        self._error = NO_ERROR
        if request == SET_CUR:
            self._set(controls, data)
            return b""
        if request == GET_INFO:
            return bytes([GET_AND_SET_SUPPORTED])
        if request == GET_LEN:
            return le(sum(control.kind.size for control in controls), 2)
        attribute = {GET_CUR: "value", GET_MIN: "minimum", GET_MAX: "maximum", GET_RES: "step", GET_DEF: "default"}
        if request not in attribute:
            self._fail(INVALID_REQUEST)
        return b"".join(control.encode(getattr(control, attribute[request])) for control in controls)

    def _set(self, controls, data):
        values = [control.decode(data) for control in controls]
        if not all(control.accepts(value) for control, value in zip(controls, values)):
            self._fail(OUT_OF_RANGE)
        for control, value in zip(controls, values):
            control.value = value
            log(f"{control.kind.name} = {value}")

    def _fail(self, error):
        self._error = error
        raise Stall

    def _streaming_request(self, request, selector, data):
        if selector not in (VS_PROBE, VS_COMMIT):
            raise Stall
        if request == SET_CUR:
            self._probed = self._nearest(data)
            if selector == VS_COMMIT:
                self._start()
            return b""
        if request == GET_INFO:
            return bytes([GET_AND_SET_SUPPORTED])
        if request == GET_LEN:
            return le(PROBE_SIZE, 2)
        return self._probe_answer()

    def _nearest(self, data):
        """The stream that comes nearest to the one asked for: (format, frame, interval)."""
        form, frame, interval = data[2], data[3], int.from_bytes(data[4:8], "little")
        form = form if 1 <= form <= len(self._model.formats) else 1
        sizes = self._model.formats[form - 1].sizes
        frame = frame if 1 <= frame <= len(sizes) else 1
        return form, frame, min(sizes[frame - 1].intervals, key=lambda offered: abs(offered - interval))

    def _probe_answer(self):
        form, frame, interval = self._probed
        size = self._model.formats[form - 1].sizes[frame - 1]
        return struct.pack(
            "<HBBI5HIIIBBBB", 1, form, frame, interval, 0, 0, 0, 0, 0, size.buffer_size, PAYLOAD_SIZE, CLOCK_HZ, 3, 1, 1, 1
        )

    def _start(self):
        self._stop()
        form, frame, interval = self._probed
        chosen = self._model.formats[form - 1]
        self._stream = Stream(self._connection, self._model, chosen.name, chosen.sizes[frame - 1], interval)
        self._stream.start()

    def _stop(self):
        if self._stream:
            self._stream.stop()
            self._stream = None


class Stream(threading.Thread):
    """Sends frames at a steady rate until it is stopped.

    The counter in the picture counts the frames sent, from zero. When the guest is too slow for the rate, frames come
    later; none is left out here. A gap in the counter means that a frame was lost between this camera and the reader.
    """

    def __init__(self, connection, model, form, size, interval):
        super().__init__(daemon=True)
        self._connection = connection
        self._model = model
        self._form = form
        self._size = size
        self._interval = interval / 10_000_000
        self._stopped = threading.Event()

    def stop(self):
        """Ends the stream; when this returns, no more payloads are sent."""
        self._stopped.set()
        self.join()

    def run(self):
        began = due = time.monotonic()
        count = 0
        draw = picture.yuyv if self._form == "YUYV" else picture.jpeg
        log(f"stream on: {self._form} {self._size.width}x{self._size.height}, {1 / self._interval:.1f} frames a second")
        try:
            while not self._stopped.is_set():
                self._send(draw(self._size.width, self._size.height, count, self._model.look()), count)
                count += 1
                due = max(due + self._interval, time.monotonic())
                self._stopped.wait(due - time.monotonic())
        except OSError:
            pass  # unplugged; the other thread sees it too
        seconds = time.monotonic() - began
        log(f"stream off: {count} frames in {seconds:.1f} s, {count / max(seconds, 0.001):.1f} a second")

    def _send(self, image, count):
        """Cuts a frame into payloads. All of a frame carry the same toggle bit, the last one says that it is the last."""
        toggle = END_OF_HEADER | count & 1
        room = PAYLOAD_SIZE - PAYLOAD_HEADER
        payloads = [bytes((PAYLOAD_HEADER, toggle)) + image[at : at + room] for at in range(0, len(image), room)]
        last = payloads[-1]
        payloads[-1] = bytes((PAYLOAD_HEADER, toggle | END_OF_FRAME)) + last[PAYLOAD_HEADER:]
        sent = 0
        while sent < len(payloads) and not self._stopped.is_set():
            sent += self._connection.send_payloads(payloads[sent:], wait=0.1)


def main():
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "camera.json")
    parser = argparse.ArgumentParser(description="A UVC camera on the kernel's virtual USB host controller.")
    parser.add_argument("--config", default=beside, help="the JSON file that describes the camera")
    parser.add_argument("--serial", help="serial number, instead of the one in the file")
    parser.add_argument("port", type=int, help="port of the virtual host controller, 0 to 7")
    arguments = parser.parse_args()
    try:
        model = Model.load(arguments.config, arguments.serial)
    except (OSError, KeyError, ValueError) as error:
        sys.exit(f"{arguments.config}: {type(error).__name__}: {error}")
    Camera(model).run(arguments.port)


if __name__ == "__main__":
    main()
