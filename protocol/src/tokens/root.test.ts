import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cidOfRoot, rootOfCid, tokenUriOfRoot } from './root.ts'

const cases = JSON.parse(readFileSync(new URL('../../vectors/root.json', import.meta.url), 'utf8'))

describe('root', () => {
  it('maps to a CIDv1 and back as the vectors say', () => {
    for (const { root, cid, tokenUri } of cases) {
      expect(cidOfRoot(root)).toBe(cid)
      expect(rootOfCid(cid)).toBe(root)
      expect(tokenUriOfRoot(root)).toBe(tokenUri)
    }
  })

  it('refuses CIDs of another version, codec or hash', () => {
    expect(() => rootOfCid('QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG')).toThrow(/not a dag-pb sha2-256 CIDv1/)
    expect(() => rootOfCid('bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku')).toThrow(/not a dag-pb/)
  })
})
