import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** A certificate that this server made for itself, with its key; both PEM. */
export interface OwnCertificate {
  cert: string;
  key: string;
  /** SHA-256 of the certificate, as browsers show it: "AB:CD:…". */
  fingerprint: string;
}

/** Tags of ASN.1 (X.690). */
const TAG = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, utf8: 0x0c, utcTime: 0x17, sequence: 0x30, set: 0x31 } as const;
/** Object identifiers in DER: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints, extKeyUsage, serverAuth. */
const OID = {
  ecdsaSha256: '2a8648ce3d040302',
  commonName: '550403',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  extKeyUsage: '551d25',
  serverAuth: '2b06010505070301',
} as const;
const SHORT_FORM = 0x80;
const VERSION_3 = 2;
const IP_ADDRESS = 0x87;
const SERIAL_BYTES = 16;
/** A clock may be behind ours. */
const SLACK_MS = 3_600_000;

/** One value of ASN.1 in DER: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  if (content.length < SHORT_FORM) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.from(content.length.toString(16).padStart(content.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, SHORT_FORM | length.length]), length, content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(TAG.sequence, ...parts);
const oid = (hex: string) => der(TAG.oid, Buffer.from(hex, 'hex'));
const bits = (bytes: Uint8Array) => der(TAG.bits, Buffer.from([0]), bytes);
/** "261127134500Z": until 2050 the year has two digits. */
const time = (at: Date) => der(TAG.utcTime, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
const context = (place: number, ...parts: readonly Uint8Array[]) => der(0xa0 | place, ...parts);
const extension = (id: string, value: Uint8Array) => sequence(oid(id), der(TAG.octets, value));

function serial(): Uint8Array {
  const bytes = randomBytes(SERIAL_BYTES);
  // Positive, and no zero in front.
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return der(TAG.integer, bytes);
}

/**
 * Makes a certificate for these IPv4 addresses, signed by its own key (RFC 5280, ECDSA on P-256). Node makes keys and signatures, and no
 * certificates.
 */
export function ownCertificate(addresses: readonly string[], { from, until }: { from: Date; until: Date }): OwnCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid(OID.ecdsaSha256));
  const name = sequence(der(TAG.set, sequence(oid(OID.commonName), der(TAG.utf8, Buffer.from('Ringback on this network')))));
  const alternatives = addresses.filter(isIPv4).map((address) => der(IP_ADDRESS, Buffer.from(address.split('.').map(Number))));
  const extensions = sequence(
    extension(OID.basicConstraints, sequence()),
    extension(OID.extKeyUsage, sequence(oid(OID.serverAuth))),
    extension(OID.subjectAltName, sequence(...alternatives)),
  );
  const told = sequence(
    context(0, der(TAG.integer, Buffer.from([VERSION_3]))),
    serial(),
    algorithm,
    name,
    sequence(time(new Date(from.getTime() - SLACK_MS)), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, extensions),
  );
  const whole = sequence(told, algorithm, bits(sign('sha256', told, privateKey)));
  const base64 = (
    Buffer.from(whole)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n');
  const digest = createHash('sha256').update(whole).digest('hex').toUpperCase();
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    fingerprint: digest.replace(/..(?=.)/g, '$&:'),
  };
}
