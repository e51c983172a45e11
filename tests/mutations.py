"""Files with something broken in them: bytes flipped, put in, taken out, lines doubled and moved, parts of others."""

from __future__ import annotations

from random import Random

_PARTS = (
    *(b"---\n", b"...\n", b"status: draft\n", b"status:", b": ", b"- ", b"? ", b"&a ", b"*a ", b"!a ", b"<<: ", b"|\n"),
    *(b">-\n", b"'", b'"', b"{", b"}", b"[", b"]", b",", b"#", b"%TAG ! !\n", b"\t", b"\n", b"\r", b"\r\n", b"\x00"),
    *(b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85", b"\x1b[31m", b"\\", b"[[", b"]]", b"`"),
    *(b"../x", b"2016-02-30", b"9" * 400, b".nan", b"~", b"null", b"  ", b"\n\n", b"](", b"$", b"|", b"embargo: "),
    *(text.encode() for text in ("٣", "ﬁ", "\u202e", "\U0001f600", "e\u0301" * 20, "ѕtatus: draft\n", "国")),
)


def mutated(data: bytes, others: tuple[bytes, ...], random: Random) -> bytes:
    """Return `data` with one to six things changed. others: files from which parts are taken."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 6)):
        _change(changed, others, random)
    return bytes(changed)


def _change(data: bytearray, others: tuple[bytes, ...], random: Random) -> None:
    start = random.randint(0, len(data))
    stop = min(len(data), start + random.choice((1, 1, 2, 4, 16, 80, 400)))
    match random.randint(0, 7):
        case 0 if start < len(data):
            data[start] ^= 1 << random.randint(0, 7)
        case 1:
            data[start:start] = random.choice(_PARTS)
        case 2:
            data[start:stop] = random.choice(_PARTS)
        case 3:
            del data[start:stop]
        case 4:
            line = _line(data, start)
            data[line[0] : line[0]] = data[slice(*line)]
        case 5:
            line = _line(data, start)
            moved = bytes(data[slice(*line)])
            del data[slice(*line)]
            other = _line(data, random.randint(0, len(data)))
            data[other[0] : other[0]] = moved
        case 6:
            other_file = random.choice(others)
            at = random.randint(0, len(other_file))
            data[start:stop] = other_file[at : at + random.choice((8, 40, 200))]
        case _:
            data[start:start] = bytes(random.randrange(256) for _ in range(random.randint(1, 4)))


def _line(data: bytearray, at: int) -> tuple[int, int]:
    """The start of the line at an offset, and of the next one."""
    end = data.find(b"\n", at)
    return data.rfind(b"\n", 0, at) + 1, len(data) if end < 0 else end + 1
