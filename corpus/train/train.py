"""train.py ENCODED VECTORS OUT [--without author,author] [--kind gru] [--hidden 44] [--epochs 25] [--seed 1]
Trains the reader on the encoded messages (encode.mjs), without those of the named authors, and writes its weights.
VECTORS is a folder with words.txt and vectors.f32 (vectors.mjs)."""
import argparse

import numpy as np
import torch

from data import PLACEHOLDERS, encode, read, vocabulary_of
from export import write, write_cases
from fit import train

WORDS = 28000
"""Words of the pretrained vectors that go into the weights, the commonest first."""
LEAST = 3
"""Messages that must use a word for it to get a vector of its own."""
CASES = 8
"""Messages kept with the network's answers, for the product's test."""
NORM = 3.0
"""Length that every pretrained vector is brought to."""


def embedding_of(vocabulary, used, folder):
    words = open(folder + '/words.txt').read().split('\n')
    vectors = np.fromfile(folder + '/vectors.f32', np.float32).reshape(len(words), -1)
    rows = {word: k for k, word in enumerate(words)}
    table = np.zeros((len(vocabulary.words), vectors.shape[1]), np.float32)
    for k, word in enumerate(vocabulary.words):
        if k >= len(PLACEHOLDERS) and word in rows:
            vector = vectors[rows[word]]
            table[k] = vector / np.linalg.norm(vector) * NORM
    trained = torch.tensor([k < len(PLACEHOLDERS) or used[word] >= LEAST for k, word in enumerate(vocabulary.words)])
    return torch.tensor(table), trained


def main():
    parser = argparse.ArgumentParser()
    for name in ('encoded', 'vectors', 'out'):
        parser.add_argument(name)
    parser.add_argument('--without', default='')
    parser.add_argument('--kind', default='gru')
    parser.add_argument('--hidden', type=int, default=40)
    parser.add_argument('--epochs', type=int, default=25)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--dropout', type=float, default=0.3)
    options = parser.parse_args()
    torch.set_num_threads(1)
    left_out = set(options.without.split(','))
    messages = [m for m in read(options.encoded) if m['file'] not in left_out]
    words = open(options.vectors + '/words.txt').read().split('\n')
    vocabulary, used = vocabulary_of(messages, words, WORDS, LEAST)
    vectors, trained = embedding_of(vocabulary, used, options.vectors)
    variants = [[encode(v, vocabulary, m['facts'], m['verdict'], m['spanned'], m.get('disputed') or ()) for v in m['variants']] for m in messages]
    net = train(variants, vectors, trained, options.seed, options.epochs, options.kind, options.hidden, options.dropout,
                log=lambda line: print(line, flush=True))
    write(options.out, net, vocabulary)
    chosen = range(0, len(messages), max(1, len(messages) // CASES))
    write_cases(options.out + '.cases.json', net, [messages[k]['variants'][0] for k in chosen], [variants[k][0] for k in chosen])
    print('%s: %d messages, %s of width %d' % (options.out, len(messages), options.kind, options.hidden))


if __name__ == '__main__':
    main()
