"""Builds the network of the default encoder as an ONNX model with ONNX Runtime's fused operators.

Numbers, measured on 2 cores against float32 (cosine of 64 passages of 150 tokens, tokens a second, a query's latency):

    float32 everywhere                                     1.0000   3,185   10.6 ms
    int8 a column, every layer                             0.9967   6,444    4.2 ms
    int8 a tensor, every layer                             0.9824   4,402    9.6 ms
    int8 a column, second feed-forward matrix in blocks    0.9991   5,873    5.0 ms    (chosen)
    4-bit blocks as packed, every layer                    0.9999   3,419    9.0 ms

The second feed-forward matrix reads the output of GELU, which has outliers: one scale for a whole batch of activations
loses most there. In blocks of 128 both sides get a scale of their own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.encoder.weights import BLOCK, PackedWeights

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MICROSOFT = "com.microsoft"
OPSET = 21
IR_VERSION = 10
FEED_FORWARD_BLOCK = 128  # activations and weights of the second feed-forward matrix that share a scale
INT8_MOST = 127


class _Graph:
    """Collects nodes and constants under names that do not clash."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, values: npt.NDArray[Any]) -> str:
        import numpy as np
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(
        self,
        kind: str,
        inputs: list[str],
        domain: str = "",
        outputs: list[str] | None = None,
        **options: Any,  # noqa: ANN401 - attributes of an operator are of many types
    ) -> str:
        from onnx import helper

        name = f"{kind}_{len(self.nodes)}"
        outputs = outputs or [name]
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=name, domain=domain, **options))
        return outputs[0]


def build(weights: PackedWeights) -> Any:  # noqa: ANN401 - an onnx.ModelProto
    """The model: input_ids (n, tokens) int64 and attention_mask (n, tokens) int32 to embedding (n, hidden) float32."""
    from onnx import TensorProto, helper

    shape = weights.shape
    graph = _Graph()
    state = _embed(graph, weights)
    thirds = graph.constant("thirds", _int64([shape.hidden] * 3))
    for layer in range(shape.layers):
        state = _layer(graph, weights, layer, state, thirds)
    _pool(graph, state)
    inputs = [
        helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["n", "tokens"]),
        helper.make_tensor_value_info("attention_mask", TensorProto.INT32, ["n", "tokens"]),
    ]
    outputs = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", shape.hidden])]
    return helper.make_model(
        helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=IR_VERSION,
    )


def write(weights: PackedWeights, path: Path) -> None:
    """Builds the model into a file. Raises OSError."""
    import onnx

    onnx.save(build(weights), str(path))


def _embed(graph: _Graph, weights: PackedWeights) -> str:
    """Words from their 4-bit blocks, plus position and type 0, layer norm."""
    import numpy as np
    from onnx import TensorProto, helper

    hidden, vocabulary = weights.shape.hidden, weights.shape.vocabulary
    nibbles, scales = weights.blocks("emb.word")
    signed = ((nibbles.astype(np.int8) - 8) & 15).astype(np.uint8).reshape(-1, 2)
    packed = (signed[:, 0] | (signed[:, 1] << 4)).tobytes()
    graph.constants.append(helper.make_tensor("emb.word", TensorProto.INT4, [vocabulary, hidden], packed, raw=True))
    graph.constant("emb.word.scale", scales.reshape(vocabulary, hidden // BLOCK))
    inputs = ["emb.word", "input_ids", "emb.word.scale"]
    words = graph.node("GatherBlockQuantized", inputs, MICROSOFT, gather_axis=0, quantize_axis=1, block_size=BLOCK)

    places = weights.matrix("emb.pos", hidden) + weights.matrix("emb.type", hidden)[0]
    graph.constant("emb.pos", places)
    zero = graph.constant("zero", _int64([0]))
    length = graph.node("Shape", ["input_ids"], start=1, end=2)
    places_used = graph.node("Slice", ["emb.pos", zero, length, zero])
    total = graph.node("Add", [words, places_used])
    norm = [graph.constant(name, weights.vector(name)) for name in ("emb.ln.w", "emb.ln.b")]
    return graph.node("LayerNormalization", [total, *norm], axis=-1, epsilon=weights.shape.epsilon)


def _layer(graph: _Graph, weights: PackedWeights, layer: int, state: str, thirds: str) -> str:
    """One layer of BERT: attention and feed-forward, each followed by its sum with the input and a layer norm."""
    prefix = f"l{layer}"
    together = _int8_linear(graph, weights, state, [f"{prefix}.q", f"{prefix}.k", f"{prefix}.v"])
    query, key, value = f"{prefix}.query", f"{prefix}.key", f"{prefix}.value"
    graph.node("Split", [together, thirds], outputs=[query, key, value], axis=-1)
    heads = weights.shape.heads
    inputs = [query, key, value, "", "attention_mask"]
    attended = graph.node("MultiHeadAttention", inputs, MICROSOFT, num_heads=heads)
    attended = _int8_linear(graph, weights, attended, [f"{prefix}.ao"])
    state = _add_norm(graph, weights, attended, state, f"{prefix}.aln")
    wide = graph.node("Gelu", [_int8_linear(graph, weights, state, [f"{prefix}.fi"])], MICROSOFT)
    return _add_norm(graph, weights, _block_linear(graph, weights, wide, f"{prefix}.fo"), state, f"{prefix}.oln")


def _add_norm(graph: _Graph, weights: PackedWeights, change: str, state: str, name: str) -> str:
    norm = [graph.constant(f"{name}.{part}", weights.vector(f"{name}.{part}")) for part in ("w", "b")]
    return graph.node("SkipLayerNormalization", [change, state, *norm], MICROSOFT, epsilon=weights.shape.epsilon)


def _int8_linear(graph: _Graph, weights: PackedWeights, source: str, names: list[str]) -> str:
    """Matrices side by side, int8 with one scale for each output."""
    import numpy as np

    matrix = np.concatenate([weights.matrix(f"{name}.w", weights.shape.hidden) for name in names])
    bias = np.concatenate([weights.vector(f"{name}.b") for name in names])
    scales = np.abs(matrix).max(axis=1) / INT8_MOST
    rounded = np.round(matrix / scales[:, None]).astype(np.int8)
    name = names[0]
    inputs = [
        source,
        graph.constant(f"{name}.weight", rounded.T),
        graph.constant(f"{name}.scale", scales.astype(np.float32)),
        graph.constant(f"{name}.zero", np.zeros(len(scales), np.int8)),
        graph.constant(f"{name}.bias", bias),
    ]
    return graph.node("DynamicQuantizeMatMul", inputs, MICROSOFT)


def _block_linear(graph: _Graph, weights: PackedWeights, source: str, name: str) -> str:
    """The second feed-forward matrix: 8 bits with a scale for each block of weights and of activations."""
    import numpy as np

    width, block = weights.shape.feed_forward, FEED_FORWARD_BLOCK
    blocks = weights.matrix(f"{name}.w", width).reshape(-1, width // block, block)
    scales = np.abs(blocks).max(axis=2) / INT8_MOST
    rounded = (np.round(blocks / scales[:, :, None]) + (INT8_MOST + 1)).astype(np.uint8)
    inputs = [
        source,
        graph.constant(f"{name}.weight", rounded),
        graph.constant(f"{name}.scale", scales.reshape(-1).astype(np.float32)),
        "",
        "",
        graph.constant(f"{name}.bias", weights.vector(f"{name}.b")),
    ]
    return graph.node(
        "MatMulNBits", inputs, MICROSOFT, K=width, N=len(blocks), bits=8, block_size=block, accuracy_level=4
    )


def _pool(graph: _Graph, state: str) -> None:
    """The mean over the tokens that are not padding, of length 1 (the sum has the same direction)."""
    from onnx import TensorProto

    mask = graph.node("Cast", ["attention_mask"], to=TensorProto.FLOAT)
    mask = graph.node("Unsqueeze", [mask, graph.constant("last", _int64([-1]))])
    total = graph.node(
        "ReduceSum", [graph.node("Mul", [state, mask]), graph.constant("tokens", _int64([1]))], keepdims=0
    )
    graph.node("LpNormalization", [total], outputs=["embedding"], axis=-1, p=2)


def _int64(values: list[int]) -> npt.NDArray[np.int64]:
    import numpy as np

    return np.array(values, np.int64)
