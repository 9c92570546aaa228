"""The reader's network: word vectors with spelling and shape, layers over the tokens, heads for moves, attributes, facts and verdict."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import ATTRIBUTES, FACTS, PLACEHOLDERS, SPELLINGS, TAGS, UNKNOWN

WIDTH = 64
POOLS = len(FACTS) + 1


class Embedding(nn.Module):
    """Fixed pretrained vectors projected to WIDTH, what the corpus adds to its own words, spelling, shape."""

    def __init__(self, vectors, trained):
        super().__init__()
        self.register_buffer('vectors', vectors)
        self.register_buffer('trained', trained.float())
        self.project = nn.Linear(vectors.shape[1], WIDTH, bias=False)
        self.own = nn.Embedding(len(vectors), WIDTH)
        self.prefix = nn.Embedding(SPELLINGS, WIDTH)
        self.suffix = nn.Embedding(SPELLINGS, WIDTH)
        self.shape = nn.Embedding(64, WIDTH)
        nn.init.normal_(self.own.weight, std=0.05)
        for part in (self.prefix, self.suffix, self.shape):
            nn.init.normal_(part.weight, std=0.1)

    def forward(self, ids, prefix, suffix, shape):
        own = self.own(ids) * self.trained[ids][..., None]
        return self.project(self.vectors[ids]) + own + self.prefix(prefix) + self.suffix(suffix) + self.shape(shape)

    def table(self):
        """One vector a word, as the product stores it."""
        return self.project(self.vectors) + self.own.weight * self.trained[:, None]


class Recurrent(nn.Module):
    """Two bidirectional GRU layers, their outputs added."""

    def __init__(self, hidden, dropout):
        super().__init__()
        self.first = nn.GRU(WIDTH, hidden, batch_first=True, bidirectional=True)
        self.second = nn.GRU(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * hidden

    def forward(self, x, lengths):
        pack = lambda y: nn.utils.rnn.pack_padded_sequence(y, lengths, batch_first=True, enforce_sorted=False)
        unpack = lambda y: nn.utils.rnn.pad_packed_sequence(y, batch_first=True, total_length=x.shape[1])[0]
        first = unpack(self.first(pack(x))[0])
        second = unpack(self.second(pack(self.dropout(first)))[0])
        return first + second


class Convolutional(nn.Module):
    """Residual convolutions of width 3 with growing dilation."""

    def __init__(self, hidden, dropout, dilations=(1, 2, 4, 8, 1)):
        super().__init__()
        self.enter = nn.Linear(WIDTH, hidden)
        self.layers = nn.ModuleList([nn.Conv1d(hidden, hidden, 3, padding=d, dilation=d) for d in dilations])
        self.norms = nn.ModuleList([nn.LayerNorm(hidden) for _ in dilations])
        self.dropout = nn.Dropout(dropout)
        self.width = hidden

    def forward(self, x, lengths):
        mask = (torch.arange(x.shape[1])[None] < lengths[:, None]).float()[..., None]
        y = self.enter(x)
        for layer, norm in zip(self.layers, self.norms):
            z = layer((norm(y) * mask).transpose(1, 2)).transpose(1, 2)
            y = y + self.dropout(F.relu(z))
        return F.relu(y)


class Window(nn.Module):
    """No layers: each token with its neighbours, the linear model that others must beat."""

    def __init__(self, reach=3):
        super().__init__()
        self.reach = reach
        self.width = WIDTH * (2 * reach + 1)

    def forward(self, x, lengths):
        padded = F.pad(x, (0, 0, self.reach, self.reach))
        return torch.cat([padded[:, k:k + x.shape[1]] for k in range(2 * self.reach + 1)], -1)


def layers(kind, hidden, dropout):
    return dict(gru=lambda: Recurrent(hidden, dropout), conv=lambda: Convolutional(hidden, dropout), window=Window)[kind]()


LOST, REPLACED = 0.1, 0.04
"""Chances that a word is lost, or another of like meaning stands in its place, while training."""


def other_words(ids, prefix, suffix, shape, neighbours):
    """Some words lost, some replaced by one of their nearest neighbours; what their spelling says goes with them."""
    chance = torch.rand(ids.shape)
    word = (ids >= len(PLACEHOLDERS)) & ((shape & 2) == 0)
    lost = word & (chance < LOST)
    ids, shape = torch.where(lost, torch.ones_like(ids), ids), torch.where(lost, shape | UNKNOWN, shape)
    blank = lost & (torch.rand(ids.shape) < 0.5)
    if neighbours is not None:
        replaced = word & (chance > 1 - REPLACED)
        choice = torch.randint(neighbours.shape[1], ids.shape)
        ids = torch.where(replaced, neighbours[ids, choice], ids)
        blank = blank | replaced
    return ids, torch.where(blank, torch.zeros_like(prefix), prefix), torch.where(blank, torch.zeros_like(suffix), suffix), shape


def nearest(vectors, used, count=6, chunk=512):
    """For each word its nearest neighbours by cosine, for words without a vector and those not used the word itself."""
    norms = vectors.norm(dim=1)
    unit = vectors / norms.clamp(min=1e-6)[:, None]
    table = torch.arange(len(vectors))[:, None].repeat(1, count)
    rows = torch.nonzero(used & (norms > 0)).flatten()
    for part in rows.split(chunk):
        table[part] = (unit[part] @ unit.T).topk(count + 1, dim=1).indices[:, 1:]
    return table


class Reader(nn.Module):
    def __init__(self, vectors, trained, kind='gru', hidden=48, dropout=0.3):
        super().__init__()
        self.embedding = Embedding(vectors, trained)
        self.layers = layers(kind, hidden, dropout)
        width = self.layers.width
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, 2 * len(TAGS))
        self.attributes = nn.Linear(width, sum(map(len, ATTRIBUTES.values())))
        self.attention = nn.Linear(width, POOLS)
        self.whole = nn.Parameter(torch.zeros(len(FACTS) + 3, 2 * width))
        self.bias = nn.Parameter(torch.zeros(len(FACTS) + 3))
        nn.init.normal_(self.whole, std=0.05)

    def forward(self, batch, neighbours=None):
        ids, prefix, suffix, shape, lengths = (batch[k] for k in ('ids', 'prefix', 'suffix', 'shape', 'lengths'))
        if self.training:
            ids, prefix, suffix, shape = other_words(ids, prefix, suffix, shape, neighbours)
        return self.read(self.dropout(self.embedding(ids, prefix, suffix, shape)), lengths)

    def read(self, x, lengths):
        """From the tokens' vectors [batch, tokens, WIDTH] to tag, attribute, fact and verdict logits."""
        mask = torch.arange(x.shape[1])[None] < lengths[:, None]
        y = self.dropout(self.layers(x, lengths))
        tags = self.tags(y).view(*x.shape[:2], len(TAGS), 2)
        tags = torch.cat([torch.zeros_like(tags[..., :1]), tags], -1)
        weights = torch.softmax(self.attention(y).masked_fill(~mask[..., None], -1e9), 1)
        pooled = torch.einsum('btk,btd->bkd', weights, y)
        most = y.masked_fill(~mask[..., None], -1e9).max(1).values
        n = len(FACTS)
        own = torch.cat([pooled[:, :n], pooled[:, n:].expand(-1, 3, -1)], 1)
        whole = (own * self.whole[:, :y.shape[-1]]).sum(-1) + most @ self.whole[:, y.shape[-1]:].T + self.bias
        return dict(tags=tags, attributes=self.attributes(y), facts=whole[:, :n], verdict=whole[:, n:])


def loss_of(out, batch):
    tags = F.cross_entropy(out['tags'].reshape(-1, 3), batch['tags'].reshape(-1), weight=torch.tensor([1.0, 3.0, 1.5]), ignore_index=-100)
    total = 6 * tags if torch.isfinite(tags) else 0
    at = 0
    for k, values in enumerate(ATTRIBUTES.values()):
        wanted = batch['attributes'][..., k]
        if (wanted >= 0).any():
            total = total + 0.35 * F.cross_entropy(out['attributes'][..., at:at + len(values)].flatten(0, 1), wanted.reshape(-1), ignore_index=-100)
        at += len(values)
    known = batch['facts'] >= 0
    total = total + 2 * F.binary_cross_entropy_with_logits(out['facts'][known], batch['facts'][known])
    judged = batch['verdict'] >= 0
    if judged.any():
        total = total + 0.5 * F.cross_entropy(out['verdict'][judged], batch['verdict'][judged])
    return total
