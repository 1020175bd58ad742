"""Documents of places that do not exist, and small stand-ins for slow parts, for tests of other parts."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# A province and two units that are on no map.
PROVINCE = "Thanh Bình Nguyên"


def decision(
    number: str = "15/QĐ-UBND",
    day: str = "ngày 05 tháng 3 năm 2024",
    title: str = "Về việc ban hành Kế hoạch số hóa hồ sơ lưu trữ",
    basis: Sequence[str] = ("Căn cứ Quyết định số 88/QĐ-TTg ngày 10/01/2024 của Thủ tướng Chính phủ;",),
    articles: Sequence[str] = (
        "Ban hành kèm theo Quyết định này Kế hoạch số hóa hồ sơ lưu trữ của tỉnh.",
        "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng dự toán, hoàn thành trước ngày 30/6/2024.",
        "Quyết định này có hiệu lực kể từ ngày ký.",
    ),
    province: str = PROVINCE,
    signer: str = "Lê Văn Mẫu",
) -> str:
    """The text of a decision of an invented province, laid out as Decree 30/2020/NĐ-CP prescribes."""
    lines = [
        "ỦY BAN NHÂN DÂN",
        f"TỈNH {province.upper()}",
        "-------",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "---------------",
        f"Số: {number}",
        f"{province}, {day}",
        "",
        "QUYẾT ĐỊNH",
        title,
        "",
        f"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH {province.upper()}",
        "",
        *basis,
        "",
        "QUYẾT ĐỊNH:",
        "",
        *(line for n, text in enumerate(articles, 1) for line in (f"Điều {n}. {text}", "")),
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT.",
        "",
        "CHỦ TỊCH",
        "",
        signer,
    ]
    return "\n".join(lines) + "\n"


def write_decisions(folder: Path, count: int) -> list[Path]:
    """`count` different decisions, one a file."""
    subjects = ("số hóa hồ sơ", "cấp nước sạch", "trồng rừng ven biển", "sửa chữa trường học", "đào tạo nghề")
    files = []
    for n in range(count):
        subject = f"{subjects[n % len(subjects)]} đợt {n + 1}"
        work = f"Giao Sở Xây dựng chủ trì {subject}, bố trí {n + 3} tỷ đồng, báo cáo trước ngày {n % 28 + 1}/9/2024."
        file = folder / f"quyet-dinh-{n:02d}.txt"
        file.write_text(
            decision(
                number=f"{100 + n}/QĐ-UBND",
                title=f"Về việc {subject}",
                articles=(f"Phê duyệt {subject} theo hồ sơ thẩm định số {n * 7 + 11}.", work, "Hiệu lực từ ngày ký."),
            ),
            encoding="utf-8",
        )
        files.append(file)
    return files


class HashEncoder:
    """Vectors from hashes of words: quick, the same everywhere; texts that share words lie near each other."""

    name = "hash-32"
    dimension = 32

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self.encode_query(text) for text in texts]) if texts else np.zeros((0, 32), np.float32)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self.dimension, np.float32)
        for word in text.lower().split():
            vector[sha256(word.encode()).digest()[0] % self.dimension] += 1
        return vector / max(float(np.linalg.norm(vector)), 1e-9)


class CountingEncoder(HashEncoder):
    """Counts the texts it was given, so that a test can say what was embedded."""

    def __init__(self) -> None:
        self.count = 0

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.count += len(texts)
        return super().encode_passages(texts)
