import { join } from 'node:path';
import { RingbackError } from '@ringback/core';
import type { BlobStore } from '../ports/blobs.ts';
import { blobFolder } from './disk/blob-folder.ts';
import { blobBucket } from './object/blob-bucket.ts';
import { Bucket } from './object/bucket.ts';

const NEEDED = ['RINGBACK_S3_BUCKET', 'RINGBACK_S3_KEY_ID', 'RINGBACK_S3_SECRET'] as const;

/**
 * Where the sound of takes is: the bucket that the environment names, else the data folder.
 * @throws RingbackError "bad-call" where a bucket is named by half.
 */
export async function openBlobs(dataDir: string, env: Readonly<Record<string, string | undefined>>): Promise<BlobStore> {
  const endpoint = env.RINGBACK_S3_ENDPOINT;
  if (!endpoint) return blobFolder(join(dataDir, 'takes'));
  const [bucket, keyId, secret] = NEEDED.map((name) => env[name]);
  if (!bucket || !keyId || !secret) {
    const missing = NEEDED.filter((name) => !env[name]).join(', ');
    throw new RingbackError('bad-call', `RINGBACK_S3_ENDPOINT names a store of sound; set ${missing} as well.`);
  }
  return blobBucket(new Bucket({ endpoint, bucket, keyId, secret, region: env.RINGBACK_S3_REGION || 'us-east-1' }));
}
