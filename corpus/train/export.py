"""The weights as the product reads them (reader/weights.ts): length, JSON header in ASCII, tensors; little-endian."""
import json
import struct

import numpy as np
import torch

from data import ATTRIBUTES, FACTS, PLACEHOLDERS, SPELLINGS, TAGS

TABLES = {'prefix': 'embedding.prefix.weight', 'suffix': 'embedding.suffix.weight', 'shape': 'embedding.shape.weight'}
RENAMED = {'layers.first.': 'first.', 'layers.second.': 'second.'}


def quantise(values):
    """Rows as small whole numbers with one scale each."""
    scales = (np.maximum(np.abs(values).max(1), 1e-8) / 127).astype('<f4')
    return scales, np.round(values / scales[:, None]).astype(np.int8)


def quantised(values):
    scales, rows = quantise(values)
    return scales.tobytes() + rows.tobytes()


def tensors_of(net):
    """Name, rows, columns, type and bytes of each tensor."""
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    for name, values in [('words', net.embedding.table().detach().numpy()), *[(short, state[full]) for short, full in TABLES.items()]]:
        yield name, values.shape[0], values.shape[1], 'i8', quantised(values)
    for name, values in state.items():
        if name.startswith('embedding.'):
            continue
        for old, new in RENAMED.items():
            name = name.replace(old, new)
        flat = values.reshape(values.shape[0], -1) if values.ndim > 1 else values.reshape(1, -1)
        yield name, flat.shape[0], flat.shape[1], 'f32', flat.astype('<f4').tobytes()


def write(path, net, vocabulary):
    entries, data = {}, b''
    for name, rows, columns, kind, raw in tensors_of(net):
        entries[name] = dict(rows=rows, columns=columns, type=kind, offset=len(data))
        data += raw
    header = dict(format=2, tags=TAGS, attributes=ATTRIBUTES, facts=FACTS, spellings=SPELLINGS, placeholders=PLACEHOLDERS,
                  calibration={}, ngrams=[], tensors=entries, words=' '.join(vocabulary.words))
    encoded = json.dumps(header, separators=(',', ':')).encode()
    with open(path, 'wb') as out:
        out.write(struct.pack('<I', len(encoded)) + encoded + data)


@torch.no_grad()
def write_cases(path, net, variants, items):
    """What the network says of some messages with the weights as stored, for the product's own test against the trainer."""
    state = net.state_dict()
    stored = {}
    for name, values in [('ids', net.embedding.table()), *[(short, state[full]) for short, full in TABLES.items()]]:
        scales, rows = quantise(values.numpy())
        stored[name] = torch.tensor(scales[:, None] * rows)
    cases = []
    for variant, item in zip(variants, items):
        x = sum(stored[name][torch.tensor(item[name])] for name in stored)[None].float()
        out = net.read(x, torch.tensor([item['n']]))
        tags = torch.softmax(out['tags'], -1)[0, :, :, 1:].numpy()
        cases.append(dict(norms=variant['norms'], flags=variant['flags'], facts=rounded(out['facts'][0]), verdict=rounded(out['verdict'][0]),
                          tags=rounded(torch.tensor(tags[len(tags) // 2]).flatten())))
    with open(path, 'w') as file:
        json.dump(cases, file, separators=(',', ':'))


def rounded(values):
    return [round(float(value), 5) for value in values]
