import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { expect, test } from 'vitest';
import { ownCertificate } from './certificate.ts';

const SPAN = { from: new Date('2026-11-27T13:00:00Z'), until: new Date('2026-11-28T13:00:00Z') };

test('the certificate is one: of its own key, for these addresses and no others, for its time', () => {
  for (let turn = 0; turn < 20; turn += 1) {
    const { cert, key, fingerprint } = ownCertificate(['192.168.1.5', '127.0.0.1'], SPAN);
    const read = new X509Certificate(cert);
    createSecureContext({ cert, key });
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(read.checkIssued(read)).toBe(true);
    expect(read.checkIP('192.168.1.5')).toBe('192.168.1.5');
    expect(read.checkIP('192.168.1.6')).toBeUndefined();
    expect(new Date(read.validTo)).toEqual(SPAN.until);
    expect(new Date(read.validFrom).getTime()).toBeLessThan(SPAN.from.getTime());
    expect(read.ca).toBe(false);
    expect(read.fingerprint256).toBe(fingerprint);
  }
});

test('no two are alike', () => {
  expect(ownCertificate(['10.0.0.1'], SPAN).fingerprint).not.toBe(ownCertificate(['10.0.0.1'], SPAN).fingerprint);
});
