"""train.py SOUNDS OUT.onnx [--without SPEAKER] [--epochs N] [--seed N] [--from OUT.pt]: trains a head and exports it."""
import argparse
import json
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from model import LABELS, STATES, DigitHead

FRAME_RATE = 16000 / 384
# Seconds of silence before the sound (LEAD_SEC of the recogniser).
LEAD = 0.3
BATCH_FRAMES = 2000
# Weights of the two losses and of a frame in which a digit begins against one in which none does.
ONSET_LOSS, ONSET_FRAME = 1.5, 4.0


def read(path):
    entries = json.load(open(path + '.json'))
    states = np.memmap(path + '.f32', np.float32, 'r')
    at = 0
    for entry in entries:
        size = entry['frames'] * STATES
        entry['states'] = torch.from_numpy(np.array(states[at:at + size]).reshape(-1, STATES)).half()
        at += size
    return entries


def batches(entries):
    """Of like length, at most BATCH_FRAMES padded frames each, in any order."""
    order = sorted(entries, key=lambda e: e['frames'] * random.uniform(0.9, 1.1))
    groups, group, longest = [], [], 0
    for entry in order:
        longest = max(longest, entry['frames'])
        if group and longest * (len(group) + 1) > BATCH_FRAMES:
            groups.append(group)
            group, longest = [], entry['frames']
        group.append(entry)
    groups.append(group)
    random.shuffle(groups)
    return groups


def tensors(group):
    length = max(e['frames'] for e in group)
    states = torch.zeros(len(group), length, STATES)
    mask = torch.zeros(len(group), length, 1)
    onset, known = torch.zeros(len(group), length), torch.zeros(len(group), length)
    for i, entry in enumerate(group):
        frames = entry['frames']
        states[i, :frames] = entry['states'].float()
        mask[i, :frames] = 1
        if entry['onsets'] is None:
            continue
        known[i, :frames] = 1
        for sec in entry['onsets']:
            onset[i, min(frames - 1, int((sec + LEAD) * FRAME_RATE))] = 1
    return states, mask, onset, known


def loss_of(model, group):
    states, mask, onset, known = tensors(group)
    length = states.shape[1]
    # A stretch that is not heard at all.
    if random.random() < 0.5:
        at = random.randrange(max(1, length - 6))
        states[:, at:at + random.randrange(1, 5)] = 0
    labels, begins = model.scores(states, mask)
    targets = torch.tensor([label for e in group for label in e['labels']])
    counts = torch.tensor([len(e['labels']) for e in group])
    frames = torch.tensor([e['frames'] for e in group])
    ctc = F.ctc_loss(F.log_softmax(labels, -1).transpose(0, 1), targets, frames, counts, reduction='none', zero_infinity=True)
    ctc = (ctc / counts.clamp(min=1)).mean()
    onsets = F.binary_cross_entropy_with_logits(begins, onset, reduction='none', pos_weight=torch.tensor(ONSET_FRAME))
    return ctc + ONSET_LOSS * (onsets * known).sum() / known.sum().clamp(min=1), ctc


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('sounds')
    parser.add_argument('out')
    parser.add_argument('--without', default='')
    parser.add_argument('--epochs', type=int, default=10)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rate', type=float, default=3e-3)
    parser.add_argument('--start', default='')
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    without = args.without.split(',')
    entries = [e for path in args.sounds.split(',') for e in read(path) if e['speaker'] not in without]
    model = DigitHead()
    if args.start:
        model.load_state_dict(torch.load(args.start))
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-2)
    steps = sum(len(batches(entries)) + 2 for _ in range(args.epochs))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, args.rate, total_steps=steps, pct_start=0.15)
    began = time.time()
    for epoch in range(args.epochs):
        model.train()
        total = []
        for group in batches(entries):
            loss, ctc = loss_of(model, group)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total.append(float(ctc))
        mean = sum(total) / len(total)
        sys.stderr.write(f'digits: {args.out} epoch {epoch + 1} of {args.epochs}, loss {mean:.3f}, {time.time() - began:.0f} s\n')
    model.eval()
    torch.save(model.state_dict(), args.out + '.pt')
    axes = {'states': {0: 'takes', 1: 'frames'}, 'labels': {0: 'takes', 1: 'frames'}, 'onset': {0: 'takes', 1: 'frames'}}
    torch.onnx.export(
        model, torch.zeros(1, 50, STATES), args.out, input_names=['states'], output_names=['labels', 'onset'], dynamic_axes=axes, opset_version=17
    )


if __name__ == '__main__':
    main()
