"""What a task orders about the document that it cites, read from where the citation stands in its sentence.

"Tiếp tục triển khai Kế hoạch số 5" orders that the plan be carried out; "theo quy định của Luật …" says under what rule
work is done; "trừ trường hợp … theo quy định của Luật", "hồ sơ thuộc diện … quy định tại Nghị định" only say which
things are meant, and nothing derives from them.
"""

from kb.resolve.bearing.decide import Bearing, bearing_of

__all__ = ["Bearing", "bearing_of"]
