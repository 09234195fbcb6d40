"""Carries IP packets between pairs of TUN devices as a long line does: late, some of them never, none at all while it is cut.

Started with JSON: {"seed": 1, "lines": [{"near": "a0", "far": "b0", "delayMs": 10, "jitterMs": 3, "loss": 0.02}]}. Says "ready" when
the devices are there, and gives them back when its input ends. Hears "cut 0", "mend 0" and "count", which it answers in JSON.
"""

import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
TUN_WITHOUT_HEADER = 0x1001
# What a router holds of one direction before it lets packets fall.
QUEUE = 1000


def device(name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name.encode(), TUN_WITHOUT_HEADER))
    return fd


class Line:
    def __init__(self, number, told, seed):
        self.told = told
        self.random = random.Random(f"{seed} {number}")
        self.cut = False
        self.counts = {"carried": 0, "bytes": 0, "lost": 0, "cut": 0}


class Direction:
    def __init__(self, line, to):
        self.line, self.to = line, to
        self.held = 0
        self.last = 0.0


def main():
    told = json.loads(sys.argv[1])
    lines, ways, waiting, number = [], {}, [], 0
    for at, one in enumerate(told["lines"]):
        line = Line(at, one, told["seed"])
        near, far = device(one["near"]), device(one["far"])
        lines.append(line)
        ways[near], ways[far] = Direction(line, far), Direction(line, near)

    def take(way, packet):
        nonlocal number
        line = way.line
        # What the kernel says of IPv6 by itself is nobody's.
        if packet[0] >> 4 != 4:
            return
        if line.cut:
            line.counts["cut"] += 1
            return
        # Both are drawn for each packet, so that what happens to one does not hang on what happened before.
        falls, late = line.random.random() < line.told["loss"], line.random.uniform(-1, 1)
        if falls or way.held >= QUEUE:
            line.counts["lost"] += 1
            return
        # Nobody overtakes: a line is late, it does not shuffle.
        due = max(way.last, time.monotonic() + (line.told["delayMs"] + late * line.told["jitterMs"]) / 1000)
        way.last, way.held, number = due, way.held + 1, number + 1
        heapq.heappush(waiting, (due, number, way, packet))

    def deliver(now):
        while waiting and waiting[0][0] <= now:
            _, _, way, packet = heapq.heappop(waiting)
            way.held -= 1
            line = way.line
            # What was under way when the line was cut is gone too.
            if line.cut:
                line.counts["cut"] += 1
                continue
            try:
                os.write(way.to, packet)
            except OSError:
                line.counts["lost"] += 1
                continue
            line.counts["carried"] += 1
            line.counts["bytes"] += len(packet)

    print("ready", flush=True)
    heard = b""
    while True:
        until = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        for fd in select.select([0, *ways], [], [], until)[0]:
            if fd == 0:
                more = os.read(0, 4096)
                if not more:
                    return
                *whole, heard = (heard + more).split(b"\n")
                for words in (line.decode().split() for line in whole):
                    if words[0] == "count":
                        print(json.dumps([line.counts for line in lines]), flush=True)
                    else:
                        lines[int(words[1])].cut = words[0] == "cut"
                continue
            try:
                while True:
                    take(ways[fd], os.read(fd, 65536))
            except BlockingIOError:
                pass
            except OSError:
                # Its end is not up yet, or gone.
                pass
        deliver(time.monotonic())


main()
