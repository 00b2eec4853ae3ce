import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Sealer } from '../../generation/ports.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals with AES-256-GCM: base64url of iv ‖ tag ‖ ciphertext. `context` is authenticated, so a text cannot be moved to another row. */
export function createSealer(key: Uint8Array): Sealer {
  const sealing = new Uint8Array(hkdfSync('sha256', key, '', 'daedal/seal/1', 32))
  const hashing = new Uint8Array(hkdfSync('sha256', key, '', 'daedal/digest/1', 32))
  return {
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url')
      const iv = bytes.subarray(0, IV_BYTES)
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', sealing, iv, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(context))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    digest: (value) => createHmac('sha256', hashing).update(value).digest('hex'),
  }
}
