# SPDX-License-Identifier: Apache-2.0
"""The device's end of a USB/IP connection to the kernel's virtual host controller (vhci_hcd).

The connection is a socket pair: one end is handed to the kernel, the other one is served here. There is no network.
"""

import collections
import socket
import struct
import threading

ATTACH = "/sys/devices/platform/vhci_hcd.0/attach"
HIGH_SPEED = 3

# USB/IP commands and the kernel's error numbers.
CMD_SUBMIT, CMD_UNLINK, RET_SUBMIT, RET_UNLINK = 1, 2, 3, 4
STALLED = -32  # EPIPE
CANCELLED = -104  # ECONNRESET
DIRECTION_OUT = 0

# Both directions use headers of 48 bytes: command, sequence number, device, direction, endpoint, then ...
HEADER_SIZE = 48
SUBMIT_FIELDS = struct.Struct(">5I I i 12x 8s")  # ... flags, length of the transfer, setup packet
UNLINK_FIELDS = struct.Struct(">5I I 24x")  # ... sequence number of the request to cancel
RET_SUBMIT_FIELDS = struct.Struct(">5I i i 20x")  # ... status, length
RET_UNLINK_FIELDS = struct.Struct(">5I i 24x")  # ... status

# How many answered sequence numbers to remember, for cancellations that come too late.
REMEMBERED = 1024


class Stall(Exception):
    """Raised by a device that rejects a control request."""


class Connection:
    """Carries requests from the kernel to a device and its answers back.

    ``control`` is called for every control request with the setup packet and the data that came with it; it returns
    the data to send back, or raises Stall.

    The lock covers the queue of waiting requests, the memory of answered ones, and writing to the socket. All three
    belong together: an answer that reaches vhci_hcd after it was told that the same request is cancelled makes it drop
    the whole device ("cannot find a urb of seqnum"). So a request is taken from the queue, answered and remembered, or
    cancelled, in one step.
    """

    def __init__(self, control):
        self._control = control
        self._changed = threading.Condition()
        self._waiting = collections.deque()  # (sequence number, length) of requests on the streaming endpoint
        self._answered = collections.deque(maxlen=REMEMBERED)
        self._cancelled_early = {}  # request to cancel -> sequence number of its cancellation
        self._socket = None

    def attach(self, port):
        """Plugs the device into a port of the virtual host controller."""
        self._socket, kernel_end = socket.socketpair()
        for end in (self._socket, kernel_end):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        device_id = 1 << 16 | port + 1
        with open(ATTACH, "w") as attach:
            attach.write(f"{port} {kernel_end.fileno()} {device_id} {HIGH_SPEED}")
        kernel_end.close()

    def serve(self):
        """Answers requests until the device is unplugged."""
        with self._socket.makefile("rb", buffering=1 << 16) as requests:
            while len(header := requests.read(HEADER_SIZE)) == HEADER_SIZE:
                command = int.from_bytes(header[:4], "big")
                if command == CMD_SUBMIT:
                    _, number, _, direction, endpoint, _, length, setup = SUBMIT_FIELDS.unpack(header)
                    data = requests.read(length) if direction == DIRECTION_OUT else b""
                    self._submitted(number, direction, endpoint, length, setup, data)
                elif command == CMD_UNLINK:
                    _, number, _, _, _, request = UNLINK_FIELDS.unpack(header)
                    self._unlinked(number, request)

    def send_payloads(self, payloads, wait):
        """Answers as many waiting streaming requests as there are, up to the number of payloads.

        Waits for the first request for at most ``wait`` seconds. Returns the number of payloads sent.
        """
        with self._changed:
            if not self._waiting:
                self._changed.wait(wait)
            count = min(len(self._waiting), len(payloads))
            answers = []
            for payload in payloads[:count]:
                number, _ = self._waiting.popleft()
                answers += self._answer(number, 0, payload)
            if answers:
                self._socket.sendall(b"".join(answers))
            return count

    def _submitted(self, number, direction, endpoint, length, setup, data):
        if endpoint == 0:
            status, answer, transferred = 0, b"", 0
            try:
                answer = self._control(setup, data)
                transferred = len(data) if direction == DIRECTION_OUT else len(answer)
            except Stall:
                status = STALLED
            with self._changed:
                self._socket.sendall(b"".join(self._answer(number, status, answer, transferred)))
            return
        with self._changed:
            if number in self._cancelled_early:
                self._confirm_cancellation(self._cancelled_early.pop(number), CANCELLED)
            else:
                self._waiting.append((number, length))
                self._changed.notify()

    def _unlinked(self, number, request):
        with self._changed:
            for entry in self._waiting:
                if entry[0] == request:
                    self._waiting.remove(entry)
                    self._confirm_cancellation(number, CANCELLED)
                    return
            if request in self._answered:
                self._confirm_cancellation(number, 0)
            else:
                # The cancellation has overtaken its request: confirm it when the request comes.
                self._cancelled_early[request] = number

    def _answer(self, number, status, data, transferred=None):
        self._answered.append(number)
        length = len(data) if transferred is None else transferred
        return RET_SUBMIT_FIELDS.pack(RET_SUBMIT, number, 0, 0, 0, status, length), data

    def _confirm_cancellation(self, number, status):
        self._socket.sendall(RET_UNLINK_FIELDS.pack(RET_UNLINK, number, 0, 0, 0, status))
