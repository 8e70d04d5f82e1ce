# SPDX-License-Identifier: Apache-2.0
"""What the UVC camera is: its formats, frame sizes and controls, read from a JSON file."""

import json
from dataclasses import dataclass, field

from picture import STRIP_WIDTH, Look

CAMERA, PROCESSING = 1, 2  # the units of the camera that have controls, by their unit number

# Exposure modes are single bits; the control's "step" is the set of modes that the camera has.
EXPOSURE_MODES = {"manual": 1, "auto": 2, "shutter_priority": 4, "aperture_priority": 8}


@dataclass(frozen=True)
class ControlKind:
    """What the UVC specification says about a control: names are V4L2's, numbers are UVC's."""

    name: str
    unit: int
    selector: int
    bit: int  # in the unit's bmControls
    size: int  # bytes
    signed: bool = False
    offset: int = 0  # pan and tilt are two halves of one UVC control

    @property
    def address(self):
        return self.unit, self.selector


CONTROL_KINDS = {
    kind.name: kind
    for kind in (
        ControlKind("auto_exposure", CAMERA, selector=0x02, bit=1, size=1),
        ControlKind("exposure_dynamic_framerate", CAMERA, selector=0x03, bit=2, size=1),
        ControlKind("exposure_time_absolute", CAMERA, selector=0x04, bit=3, size=4),
        ControlKind("focus_absolute", CAMERA, selector=0x06, bit=5, size=2),
        ControlKind("focus_automatic_continuous", CAMERA, selector=0x08, bit=17, size=1),
        ControlKind("iris_absolute", CAMERA, selector=0x09, bit=7, size=2),
        ControlKind("zoom_absolute", CAMERA, selector=0x0B, bit=9, size=2),
        ControlKind("pan_absolute", CAMERA, selector=0x0D, bit=11, size=4, signed=True, offset=0),
        ControlKind("tilt_absolute", CAMERA, selector=0x0D, bit=11, size=4, signed=True, offset=4),
        ControlKind("privacy", CAMERA, selector=0x11, bit=18, size=1),
        ControlKind("backlight_compensation", PROCESSING, selector=0x01, bit=8, size=2),
        ControlKind("brightness", PROCESSING, selector=0x02, bit=0, size=2, signed=True),
        ControlKind("contrast", PROCESSING, selector=0x03, bit=1, size=2),
        ControlKind("gain", PROCESSING, selector=0x04, bit=9, size=2),
        ControlKind("power_line_frequency", PROCESSING, selector=0x05, bit=10, size=1),
        ControlKind("hue", PROCESSING, selector=0x06, bit=2, size=2, signed=True),
        ControlKind("saturation", PROCESSING, selector=0x07, bit=3, size=2),
        ControlKind("sharpness", PROCESSING, selector=0x08, bit=4, size=2),
        ControlKind("gamma", PROCESSING, selector=0x09, bit=5, size=2),
        ControlKind("white_balance_temperature", PROCESSING, selector=0x0A, bit=6, size=2),
        ControlKind("white_balance_automatic", PROCESSING, selector=0x0B, bit=12, size=1),
    )
}


@dataclass
class Control:
    """A control of this camera, with its range and its present value."""

    kind: ControlKind
    minimum: int
    maximum: int
    step: int
    default: int
    value: int = field(init=False)

    def __post_init__(self):
        self.value = self.default

    @staticmethod
    def from_json(entry):
        kind = CONTROL_KINDS[entry["name"]]
        if kind.name == "auto_exposure":
            modes = sum(EXPOSURE_MODES[mode] for mode in entry["modes"])
            return Control(kind, 0, 0xFF, modes, EXPOSURE_MODES[entry["default"]])
        control = Control(kind, entry["min"], entry["max"], entry["step"], entry["default"])
        if not control.minimum <= control.default <= control.maximum or control.step < 1:
            raise ValueError(f"{kind.name}: the default must lie in the range, and the step must be positive")
        return control

    def accepts(self, value):
        if self.kind.name == "auto_exposure":
            return value in EXPOSURE_MODES.values() and value & self.step
        return self.minimum <= value <= self.maximum

    def encode(self, value):
        return value.to_bytes(self.kind.size, "little", signed=self.kind.signed)

    def decode(self, data):
        end = self.kind.offset + self.kind.size
        return int.from_bytes(data[self.kind.offset : end], "little", signed=self.kind.signed)


@dataclass(frozen=True)
class FrameSize:
    """A size and its frame intervals, in units of 100 ns as UVC counts them; the first one is the default."""

    width: int
    height: int
    intervals: tuple

    @property
    def buffer_size(self):
        return self.width * self.height * 2

    @staticmethod
    def from_json(entry):
        width, height = entry["width"], entry["height"]
        if width < STRIP_WIDTH or width % 2 or height < 32:
            raise ValueError(f"{width}x{height}: the width must be even and at least {STRIP_WIDTH}, the height 32")
        return FrameSize(width, height, tuple(10_000_000 // fps for fps in entry["fps"]))


@dataclass(frozen=True)
class Format:
    """A picture format and its sizes."""

    name: str  # YUYV or MJPG
    sizes: tuple

    @staticmethod
    def from_json(entry):
        if entry["format"] not in ("YUYV", "MJPG"):
            raise ValueError(f"unknown format {entry['format']}")
        return Format(entry["format"], tuple(FrameSize.from_json(size) for size in entry["sizes"]))


@dataclass(frozen=True)
class Model:
    """A whole camera."""

    manufacturer: str
    product: str
    serial: str
    vendor_id: int
    product_id: int
    formats: tuple
    controls: dict  # name -> Control

    @staticmethod
    def load(path, serial=None):
        """Reads a camera from a file; a serial number given here replaces the one in the file."""
        with open(path, encoding="utf-8") as file:
            entry = json.load(file)
        controls = [Control.from_json(control) for control in entry["controls"]]
        if len({control.kind.name for control in controls} & {"pan_absolute", "tilt_absolute"}) == 1:
            raise ValueError("UVC has pan and tilt as one control: give both or none")
        return Model(
            entry["manufacturer"],
            entry["product"],
            serial or entry["serial"],
            int(entry["vendor_id"], 16),
            int(entry["product_id"], 16),
            tuple(Format.from_json(item) for item in entry["formats"]),
            {control.kind.name: control for control in controls},
        )

    def controls_at(self, address):
        """The V4L2 controls that make up the UVC control at this (unit, selector), in the order of their bytes."""
        found = [control for control in self.controls.values() if control.kind.address == address]
        return sorted(found, key=lambda control: control.kind.offset)

    def control_bits(self, unit):
        """The unit's bmControls."""
        bits = 0
        for control in self.controls.values():
            if control.kind.unit == unit:
                bits |= 1 << control.kind.bit
        return bits

    def look(self):
        """How the controls, as they are now, change the picture. A control that the camera lacks changes nothing."""
        return Look(
            brightness=self._offset("brightness"),
            contrast=self._factor("contrast"),
            saturation=self._factor("saturation"),
            zoom=self._factor("zoom_absolute"),
            pan=self._fraction("pan_absolute"),
            tilt=self._fraction("tilt_absolute"),
            privacy=bool(self._offset("privacy")),
        )

    def _offset(self, name):
        control = self.controls.get(name)
        return control.value - control.default if control else 0

    def _factor(self, name):
        control = self.controls.get(name)
        return control.value / control.default if control and control.default else 1.0

    def _fraction(self, name):
        control = self.controls.get(name)
        return control.value / max(abs(control.minimum), abs(control.maximum)) if control else 0.0
