import type { AssetKind } from '@daedal/protocol/provenance/core'
import type { AssetPassport } from '@daedal/protocol/worlds/api'
import { type Address, getAddress } from 'viem'
import type { AssetContent, AssetRow } from './read-asset.ts'
import { renditionsOf } from './renditions.ts'

/** Sources that say no generator took part. */
const handmade = new Set<string>(['digitalCreation'])

/** An asset as a game world needs it. */
export function passportOf(row: AssetRow, content: AssetContent): AssetPassport {
  const { core } = content.envelope
  const { digitalSourceType } = core.declaration
  return {
    asset: row.id,
    name: row.name,
    kind: row.kind as AssetKind,
    owner: row.owner === null ? null : getAddress(row.owner as Address),
    renditions: renditionsOf(content),
    licence: core.rights.licence,
    labels: { aiGenerated: !handmade.has(digitalSourceType), digitalSourceType },
    provenance: { coreHash: row.coreHash, root: row.root, cid: content.cid },
  }
}
