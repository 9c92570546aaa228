"""Encoded messages (encode.mjs) as arrays: token ids, spellings, shapes, labels."""
import collections
import json

import numpy as np

TAGS = ['greeting', 'recipient', 'caller', 'affiliation', 'tie', 'purpose', 'pitch', 'ask', 'minutes', 'deadline',
        'option', 'flattery', 'apology', 'plead', 'pressure', 'thanks', 'signoff']
ATTRIBUTES = {
    'tie': ['referrer', 'mutual', 'organisation', 'school', 'event', 'earlier', 'false'],
    'ask': ['callback', 'email', 'text', 'answer', 'confirm', 'meeting', 'talk', 'information', 'favour', 'other'],
    'open': ['narrow', 'no-topic', 'no-bound', 'open-range', 'vague'],
    'option': ['email', 'text', 'assistant', 'calendar', 'web', 'other'],
    'flattery': ['1', '2', '3'],
    'apology': ['1', '2', '3'],
}
FACTS = ['goal', 'bridge', 'obsequious', 'narrowRequest', 'timeBox', 'deadline', 'replyOption', 'callerName', 'recipientName']
VERDICTS = ['delete', 'toss-up', 'return']
PLACEHOLDERS = ['PAD', 'UNKNOWN', 'PHONE', 'EMAIL', 'DURATION', 'OPENDURATION', 'TIME', 'SPELT', 'NOISE', 'NUMBER', 'WEB']
CAPITAL, STOP, DIGITS, UNKNOWN, CASED, STOPPED = 1, 2, 4, 8, 16, 32
SPELLINGS = 512
NO_LABEL = -100


def hashed(text):
    """FNV-1a over UTF-16 code units, as the TypeScript reader hashes."""
    value = 2166136261
    data = text.encode('utf-16-le')
    for k in range(0, len(data), 2):
        value = ((value ^ (data[k] | data[k + 1] << 8)) * 16777619) & 0xFFFFFFFF
    return value


class Vocabulary:
    """Placeholders, then words: those of the pretrained vectors, and others that the corpus uses often."""

    def __init__(self, words):
        self.words = PLACEHOLDERS + list(words)
        self.index = {word: k for k, word in enumerate(self.words)}

    def of(self, norm):
        if norm in self.index:
            return self.index[norm]
        return self.index['NUMBER'] if norm[:1].isdigit() else 1


def spelling(norm):
    if norm[:1].isupper() and norm in PLACEHOLDERS:
        return 0, 0
    return 1 + hashed('<' + norm[:3]) % (SPELLINGS - 1), 1 + hashed(norm[-3:] + '>') % (SPELLINGS - 1)


def encode(variant, vocabulary, facts, verdict, spanned, disputed=()):
    norms, flags = variant['norms'], variant['flags']
    ids = np.array([vocabulary.of(norm) for norm in norms])
    marks = [spelling(norm) for norm in norms]
    words = sum(1 for flag in flags if not flag & STOP)
    cased = any(flag & CAPITAL for flag in flags)
    stopped = sum(1 for flag in flags if flag & STOP) * 30 > words
    shape = [flag | (UNKNOWN if k == 1 else 0) | (CASED if cased else 0) | (STOPPED if stopped else 0) for flag, k in zip(flags, ids)]
    item = dict(ids=ids, prefix=np.array([m[0] for m in marks]), suffix=np.array([m[1] for m in marks]), shape=np.array(shape), n=len(ids))
    item['facts'] = np.array([float(facts[f]) if isinstance(facts.get(f), bool) and f not in disputed else -1.0 for f in FACTS], np.float32)
    item['verdict'] = VERDICTS.index(verdict) if verdict in VERDICTS else NO_LABEL
    item['tags'], item['attributes'] = labels(variant, spanned)
    return item


def labels(variant, spanned):
    starts, ends = variant['starts'], variant['ends']
    fill = 0 if spanned else NO_LABEL
    tags = np.full((len(starts), len(TAGS)), fill, np.int64)
    attributes = np.full((len(starts), len(ATTRIBUTES)), NO_LABEL, np.int64)
    names = list(ATTRIBUTES)
    for tag, values, start, end in sorted(variant['spans'], key=lambda span: span[3] - span[2], reverse=True):
        if tag not in TAGS:
            continue
        inside = [k for k in range(len(starts)) if starts[k] < end and ends[k] > start]
        for position, k in enumerate(inside):
            tags[k, TAGS.index(tag)] = 1 if position == 0 else 2
            if tag == 'ask':
                attributes[k, names.index('ask')] = ATTRIBUTES['ask'].index(values['k'])
                attributes[k, names.index('open')] = ATTRIBUTES['open'].index(values.get('open', 'narrow'))
            elif tag in ATTRIBUTES:
                attributes[k, names.index(tag)] = ATTRIBUTES[tag].index(values.get('k') or values.get('s'))
    return tags, attributes


def read(path):
    with open(path) as lines:
        return [json.loads(line) for line in lines]


def vocabulary_of(messages, vectors, size, least):
    """The first `size` words of the vectors, and words that at least `least` messages use and that have none."""
    known = set(vectors[:size])
    used = collections.Counter()
    for message in messages:
        if message['spanned']:
            used.update({norm for norm in message['variants'][0]['norms']})
    more = [w for w, n in used.most_common() if n >= least and w not in known and w not in PLACEHOLDERS and not w[:1].isdigit()]
    return Vocabulary(vectors[:size] + more), used
