"""Training loop and prediction."""
import copy
import math
import random
import time

import numpy as np
import torch

from data import ATTRIBUTES, NO_LABEL, TAGS
from model import Reader, loss_of, nearest

BATCH = 32


AVERAGING = 0.998
"""How slowly the averaged weights follow those being trained."""


@torch.no_grad()
def follow(average, net, decay):
    for mean, now in zip(average.parameters(), net.parameters()):
        mean.mul_(decay).add_(now, alpha=1 - decay)


def collate(items):
    longest, size = max(item['n'] for item in items), len(items)
    out = {k: torch.zeros(size, longest, dtype=torch.long) for k in ('ids', 'prefix', 'suffix', 'shape')}
    out['tags'] = torch.full((size, longest, len(TAGS)), NO_LABEL, dtype=torch.long)
    out['attributes'] = torch.full((size, longest, len(ATTRIBUTES)), NO_LABEL, dtype=torch.long)
    for row, item in enumerate(items):
        for k in ('ids', 'prefix', 'suffix', 'shape', 'tags', 'attributes'):
            out[k][row, :item['n']] = torch.from_numpy(np.asarray(item[k]))
    out['lengths'] = torch.tensor([item['n'] for item in items])
    out['facts'] = torch.from_numpy(np.stack([item['facts'] for item in items]))
    out['verdict'] = torch.tensor([item['verdict'] for item in items])
    return out


def batches(items, rng):
    """Batches of messages of like length, in random order."""
    order = sorted(range(len(items)), key=lambda k: items[k]['n'] + rng.random() * 25)
    groups = [order[k:k + BATCH] for k in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return [[items[k] for k in group] for group in groups]


def train(variants, vectors, trained, seed, epochs, kind='gru', hidden=48, dropout=0.3, rate=5e-3, log=None):
    """`variants`: for each message the list of its encoded variants, the first as written. Returns the network."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    np.random.seed(seed)
    net = Reader(vectors, trained, kind, hidden, dropout)
    own = [net.embedding.own.weight]
    rest = [p for p in net.parameters() if p is not own[0]]
    optimiser = torch.optim.AdamW([dict(params=rest, weight_decay=0.02), dict(params=own, weight_decay=0.3)], lr=rate)
    steps = epochs * math.ceil(len(variants) / BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1, pct_start=0.15)
    average = copy.deepcopy(net).eval()
    used = torch.zeros(len(vectors), dtype=torch.bool)
    for own_variants in variants:
        used[own_variants[0]['ids']] = True
    neighbours = nearest(vectors, used)
    began = time.time()
    for epoch in range(epochs):
        net.train()
        items = [own_variants[0] if rng.random() < 0.3 else rng.choice(own_variants) for own_variants in variants]
        total = 0.0
        for group in batches(items, rng):
            batch = collate(group)
            loss = loss_of(net(batch, neighbours), batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            follow(average, net, min(AVERAGING, 1 - 10 / (10 + schedule.last_epoch)))
            total += float(loss)
        if log and epoch % 5 == 4:
            log('epoch %d loss %.3f, %.0f s' % (epoch + 1, total / (steps / epochs), time.time() - began))
    return average


@torch.no_grad()
def predict(net, items):
    """For each item: tag probabilities [n, tags, 3], attribute logits [n, all], fact and verdict logits."""
    found = []
    for k in range(0, len(items), 64):
        group = items[k:k + 64]
        out = net(collate(group))
        tags = torch.softmax(out['tags'], -1).numpy()
        for row, item in enumerate(group):
            n = item['n']
            found.append(dict(tags=tags[row, :n], attributes=out['attributes'][row, :n].numpy(), facts=out['facts'][row].numpy(),
                              verdict=out['verdict'][row].numpy()))
    return found
