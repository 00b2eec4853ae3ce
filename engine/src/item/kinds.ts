import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import { amulet } from './kind/amulet.ts'
import { anvil } from './kind/anvil.ts'
import { apple } from './kind/apple.ts'
import { armillary } from './kind/armillary.ts'
import { axe } from './kind/axe.ts'
import { backpack } from './kind/backpack.ts'
import { bell } from './kind/bell.ts'
import { book } from './kind/book.ts'
import { boots } from './kind/boots.ts'
import { bow } from './kind/bow.ts'
import { breastplate } from './kind/breastplate.ts'
import { candle } from './kind/candle.ts'
import { cannon } from './kind/cannon.ts'
import { cheese } from './kind/cheese.ts'
import { chest } from './kind/chest.ts'
import { cloak } from './kind/cloak.ts'
import { coin } from './kind/coin.ts'
import { compass } from './kind/compass.ts'
import { crossbow } from './kind/crossbow.ts'
import { crown } from './kind/crown.ts'
import { crystal } from './kind/crystal.ts'
import { dagger } from './kind/dagger.ts'
import { drum } from './kind/drum.ts'
import { flower } from './kind/flower.ts'
import { flute } from './kind/flute.ts'
import { gauntlet } from './kind/gauntlet.ts'
import { gear } from './kind/gear.ts'
import { goblet } from './kind/goblet.ts'
import { gramophone } from './kind/gramophone.ts'
import { guitar } from './kind/guitar.ts'
import { hammer } from './kind/hammer.ts'
import { harp } from './kind/harp.ts'
import { helmet } from './kind/helmet.ts'
import { horn } from './kind/horn.ts'
import { hourglass } from './kind/hourglass.ts'
import { katana } from './kind/katana.ts'
import { key } from './kind/key.ts'
import { lantern } from './kind/lantern.ts'
import { loaf } from './kind/loaf.ts'
import { lute } from './kind/lute.ts'
import { mace } from './kind/mace.ts'
import { magnifier } from './kind/magnifier.ts'
import { mask } from './kind/mask.ts'
import { mushroom } from './kind/mushroom.ts'
import { orb } from './kind/orb.ts'
import { pickaxe } from './kind/pickaxe.ts'
import { pistol } from './kind/pistol.ts'
import { potion } from './kind/potion.ts'
import { quiver } from './kind/quiver.ts'
import { ring } from './kind/ring.ts'
import { rope } from './kind/rope.ts'
import { saw } from './kind/saw.ts'
import { scroll } from './kind/scroll.ts'
import { scythe } from './kind/scythe.ts'
import { shield } from './kind/shield.ts'
import { shovel } from './kind/shovel.ts'
import { shuriken } from './kind/shuriken.ts'
import { spear } from './kind/spear.ts'
import { staff } from './kind/staff.ts'
import { sword } from './kind/sword.ts'
import { telescope } from './kind/telescope.ts'
import { trident } from './kind/trident.ts'
import { vase } from './kind/vase.ts'
import { violin } from './kind/violin.ts'
import { wand } from './kind/wand.ts'
import { wrench } from './kind/wrench.ts'
import type { Kind } from './kind.ts'

/** Every kind of item the plan can name. */
export const KINDS: Record<ItemKind, Kind> = {
  sword,
  dagger,
  axe,
  hammer,
  spear,
  staff,
  bow,
  shield,
  helmet,
  potion,
  crystal,
  ring,
  amulet,
  crown,
  coin,
  book,
  scroll,
  key,
  lantern,
  candle,
  compass,
  hourglass,
  chest,
  goblet,
  vase,
  boots,
  lute,
  drum,
  mushroom,
  flower,
  apple,
  loaf,
  cheese,
  armillary,
  crossbow,
  katana,
  mace,
  scythe,
  trident,
  shuriken,
  pistol,
  cannon,
  breastplate,
  gauntlet,
  cloak,
  mask,
  backpack,
  quiver,
  wand,
  orb,
  pickaxe,
  shovel,
  saw,
  wrench,
  gear,
  anvil,
  telescope,
  magnifier,
  rope,
  bell,
  horn,
  violin,
  guitar,
  harp,
  flute,
  gramophone,
}
