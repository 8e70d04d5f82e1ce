#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the frame counter and the place of the square for each frame of a raw YUYV recording of the UVC camera.

    read_frames.py WIDTH HEIGHT FILE

One line a frame: counter, then left, top, right and bottom edge of the square (or four dashes), then the luma of the
background. Ends with 1 if a counter is missing, repeated or unreadable.
"""

import sys

from picture import BLOCK, COUNTER_BITS


def counter(row):
    """The number in the strip, given the luma of one of its rows, or None."""
    bits = [row[BLOCK // 2 + BLOCK * block] > 128 for block in range(2 + COUNTER_BITS + 1)]
    if bits[:2] != [True, False] or sum(bits[2:]) % 2:
        return None
    return int("".join("01"[bit] for bit in bits[2:-1]), 2)


def square(rows):
    """The edges of whatever differs from the first pixel of the last row, below the strip."""
    background = rows[-1][0]
    edges = None
    for y, row in enumerate(rows[BLOCK:], BLOCK):
        others = len(row) - row.count(background)
        if others:
            left = len(row) - len(row.lstrip(bytes([background])))
            edges = (left, edges[1] if edges else y, left + others, y + 1)
    return edges, background


def main():
    width, height, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    steady, before = True, None
    with open(path, "rb") as file:
        while len(frame := file.read(width * height * 2)) == width * height * 2:
            luma = frame[0::2]
            rows = [luma[y * width : (y + 1) * width] for y in range(height)]
            number = counter(rows[BLOCK // 2])
            edges, background = square(rows)
            print(number, *(edges or "----"), background)
            steady &= number is not None and before in (None, number - 1)
            before = number
    sys.exit(0 if steady and before is not None else 1)


if __name__ == "__main__":
    main()
