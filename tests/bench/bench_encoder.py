"""Tokens a second and latency of the encoder: `python tests/bench/bench_encoder.py [--home DIR] [--threads N]`."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from kb.encoder import open_encoder
from kb.encoder.packaged import PackagedEncoder
from kb.settings import Settings

SENTENCE = "Ủy ban nhân dân các xã rà soát hồ sơ, báo cáo Sở Nội vụ kết quả trước ngày 15 tháng 12 hằng năm. "
QUESTION = "Ủy ban nhân dân xã phải báo cáo Sở Nội vụ kết quả rà soát hồ sơ trước ngày nào?"
PASSAGES = 128
REPEATS = 5
QUERIES = 100


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--home", type=Path, default=Path(".kb"))
    options.add_argument("--threads", type=int, default=0)
    given = options.parse_args()
    started = time.perf_counter()
    encoder = open_encoder(Settings(home=given.home, threads=given.threads))
    print(f"mở bộ mã hóa: {time.perf_counter() - started:.2f} s")
    assert isinstance(encoder, PackagedEncoder)
    texts = [SENTENCE * (2 + n % 6) for n in range(PASSAGES)]
    tokens = sum(encoder.count_tokens(text) for text in texts)
    encoder.encode_passages(texts[:16])
    rates = [tokens / _seconds(lambda: encoder.encode_passages(texts)) for _ in range(REPEATS)]
    times = sorted(_seconds(lambda: encoder.encode_query(QUESTION)) * 1000 for _ in range(QUERIES))
    print(f"nhúng: {statistics.median(rates):,.0f} token/s (nhanh nhất {max(rates):,.0f}), {tokens} token")
    print(f"một câu hỏi: trung vị {statistics.median(times):.1f} ms, nhanh nhất {times[0]:.1f} ms")


def _seconds(action) -> float:  # noqa: ANN001 - any call
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
