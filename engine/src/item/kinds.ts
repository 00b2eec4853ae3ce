import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import { amulet } from './kind/amulet.ts'
import { apple } from './kind/apple.ts'
import { book } from './kind/book.ts'
import { boots } from './kind/boots.ts'
import { bow } from './kind/bow.ts'
import { chest } from './kind/chest.ts'
import { crown } from './kind/crown.ts'
import { crystal } from './kind/crystal.ts'
import { hammer } from './kind/hammer.ts'
import { key } from './kind/key.ts'
import { lantern } from './kind/lantern.ts'
import { loaf } from './kind/loaf.ts'
import { lute } from './kind/lute.ts'
import { mushroom } from './kind/mushroom.ts'
import { potion } from './kind/potion.ts'
import { ring } from './kind/ring.ts'
import { shield } from './kind/shield.ts'
import { sword } from './kind/sword.ts'
import type { Kind } from './kind.ts'

/** Every kind of item the plan can name. */
export const KINDS: Record<ItemKind, Kind> = {
  sword,
  hammer,
  bow,
  shield,
  potion,
  crystal,
  ring,
  amulet,
  book,
  key,
  lantern,
  crown,
  mushroom,
  apple,
  loaf,
  lute,
  chest,
  boots,
}
