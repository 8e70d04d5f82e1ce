# SPDX-License-Identifier: Apache-2.0
"""The test picture of the UVC camera, drawn from its controls, as raw YUYV or as a baseline JPEG.

The picture, from top to bottom and back to front:

* a flat grey background;
* a reddish square whose side is an eighth of the picture's height times the zoom factor; pan and tilt move it;
* along the top edge, over everything else, a strip of 16 x 16 blocks, black or white, from the left:
  white, black (so that a reader can check what it looks at), 16 bits of the frame counter with the most significant
  first, and one block that makes the number of white bits (counter and this block) even.

The strip ignores all controls, so the counter stays readable whatever a test does to the picture.
"""

from dataclasses import dataclass
from functools import lru_cache

BLOCK = 16
COUNTER_BITS = 16
STRIP_WIDTH = BLOCK * (2 + COUNTER_BITS + 1)

# A colour is (Y, Cb, Cr).
BLACK = (16, 128, 128)
WHITE = (235, 128, 128)
BACKGROUND = (80, 128, 128)
SQUARE = (160, 96, 176)


@dataclass(frozen=True)
class Look:
    """What the controls do to the picture; the defaults change nothing."""

    brightness: int = 0  # added to the luma
    contrast: float = 1.0  # scales the luma's distance from 128
    saturation: float = 1.0  # scales the chroma's distance from 128
    zoom: float = 1.0  # scales the square
    pan: float = 0.0  # -1..1; looking right (positive) moves the square left, by up to a quarter of the width
    tilt: float = 0.0  # -1..1; looking up (positive) moves the square down, by up to a quarter of the height
    privacy: bool = False  # everything but the strip is black

    def colour(self, colour):
        """The colour as seen through brightness, contrast and saturation."""
        luma, cb, cr = colour
        return (
            _byte(128 + (luma - 128) * self.contrast + self.brightness),
            _byte(128 + (cb - 128) * self.saturation),
            _byte(128 + (cr - 128) * self.saturation),
        )


def yuyv(width, height, counter, look):
    """The picture as packed YUYV 4:2:2, two bytes a pixel."""
    picture = []
    for rows, runs in _bands(width, height, counter, look, grid=(2, 1)):
        row = b"".join(bytes((y, cb, y, cr)) * (pixels // 2) for pixels, (y, cb, cr) in runs)
        picture.append(row * rows)
    return b"".join(picture)


def jpeg(width, height, counter, look):
    """The picture as a baseline JPEG, 4:2:2.

    Colours change only between blocks, so each block is a DC coefficient and an end-of-block code, and the quantiser
    makes that coefficient the colour itself: the decoded luma is exact. A restart marker after each row of blocks
    makes rows independent of each other, so equal rows are encoded once.
    """
    rows = []
    for pixel_rows, runs in _bands(width, height, counter, look, grid=(_MCU_WIDTH, _MCU_HEIGHT)):
        mcus = tuple((-(-pixels // _MCU_WIDTH), colour) for pixels, colour in runs)
        rows += [_entropy_coded_row(mcus)] * -(-pixel_rows // _MCU_HEIGHT)
    parts = [_jpeg_head(width, height)]
    for index, row in enumerate(rows):
        if index:
            parts.append(_RESTART_MARKERS[(index - 1) % 8])
        parts.append(row)
    parts.append(b"\xff\xd9")
    return b"".join(parts)


def _byte(value):
    return max(0, min(255, round(value)))


def _bands(width, height, counter, look, grid):
    """The picture as horizontal bands: (number of equal pixel rows, [(pixels, colour), ...] of one row).

    All edges lie on multiples of the grid's (x, y).
    """
    background = BLACK if look.privacy else look.colour(BACKGROUND)
    square = BLACK if look.privacy else look.colour(SQUARE)

    side = height / 8 * look.zoom
    centre_x = width / 2 - look.pan * width / 4
    centre_y = height / 2 + look.tilt * height / 4
    left, right = (_on_grid(centre_x + half, grid[0], 0, width) for half in (-side / 2, side / 2))
    top, bottom = (_on_grid(centre_y + half, grid[1], BLOCK, height) for half in (-side / 2, side / 2))

    plain = [(width, background)]
    across = [(left, background), (right - left, square), (width - right, background)]
    bands = [
        (BLOCK, _strip(width, counter, background)),
        (top - BLOCK, plain),
        (bottom - top, across),
        (height - bottom, plain),
    ]
    return [(rows, [run for run in runs if run[0]]) for rows, runs in bands if rows]


def _on_grid(position, step, low, high):
    return max(low, min(high, round(position / step) * step))


def _strip(width, counter, background):
    bits = [counter >> bit & 1 for bit in reversed(range(COUNTER_BITS))]
    blocks = [1, 0, *bits, sum(bits) % 2]
    return [(BLOCK, WHITE if block else BLACK) for block in blocks] + [(width - STRIP_WIDTH, background)]


# JPEG. One minimum coded unit (MCU) is two luma blocks side by side and one block of each chroma.

_MCU_WIDTH, _MCU_HEIGHT = 16, 8
_RESTART_MARKERS = [bytes((0xFF, 0xD0 + n)) for n in range(8)]

# Huffman codes of the DC coefficient's size in bits (the standard's luminance table), and of "end of block".
_DC_CODES = ["00", "010", "011", "100", "101", "110", "1110", "11110", "111110"]
_END_OF_BLOCK = "0"


def _segment(marker, *content):
    body = b"".join(content)
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


@lru_cache(maxsize=8)
def _jpeg_head(width, height):
    size = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    mcus_per_row = -(-width // _MCU_WIDTH)
    # A flat block of value v has the DC coefficient 8 * (v - 128); a quantiser of 8 leaves v - 128.
    quantiser = bytes([8] * 64)
    dc_table = bytes([0x00, 0, 1, 5, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + bytes(range(9))
    ac_table = bytes([0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + b"\x00"
    components = bytes([3, 1, 0x21, 0, 2, 0x11, 0, 3, 0x11, 0])
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\0", bytes([1, 1, 0, 0, 1, 0, 1, 0, 0])),
            _segment(0xDB, b"\x00", quantiser),
            _segment(0xC0, b"\x08", size, components),
            _segment(0xC4, dc_table),
            _segment(0xC4, ac_table),
            _segment(0xDD, mcus_per_row.to_bytes(2, "big")),
            _segment(0xDA, bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
        )
    )


@lru_cache(maxsize=4096)
def _entropy_coded_row(mcus):
    """One row of MCUs, given as ((count, colour), ...), up to but without the marker that follows."""
    code = []
    before = (128, 128, 128)
    same = (_DC_CODES[0] + _END_OF_BLOCK) * 4
    for count, colour in mcus:
        luma, cb, cr = (now - then for now, then in zip(colour, before))
        code += (_block(luma), _block(0), _block(cb), _block(cr), same * (count - 1))
        before = colour
    bits = "".join(code)
    bits += "1" * (-len(bits) % 8)
    # A 0xff in the data must be followed by a zero, or it would be a marker.
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")


def _block(difference):
    """A block whose DC coefficient differs by this much from the one before; it has no other coefficients."""
    size = abs(difference).bit_length()
    if size == 0:
        return _DC_CODES[0] + _END_OF_BLOCK
    value = difference if difference > 0 else difference + (1 << size) - 1
    return _DC_CODES[size] + format(value, f"0{size}b") + _END_OF_BLOCK
