import type { AssetKind } from '@daedal/protocol/provenance/core'

/** Kinds of asset in the order in which they are shown. */
export const kinds = ['scene', 'item', 'avatar', 'world', 'audio', 'loop', 'persona'] as const satisfies readonly AssetKind[]

export const isKind = (text: string): text is AssetKind => (kinds as readonly string[]).includes(text)
