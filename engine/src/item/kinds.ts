import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import { amulet } from './kind/amulet.ts'
import { anvil } from './kind/anvil.ts'
import { apple } from './kind/apple.ts'
import { armillary } from './kind/armillary.ts'
import { axe } from './kind/axe.ts'
import { backpack } from './kind/backpack.ts'
import { balloon } from './kind/balloon.ts'
import { banana } from './kind/banana.ts'
import { barrel } from './kind/barrel.ts'
import { bed } from './kind/bed.ts'
import { bell } from './kind/bell.ts'
import { bicycle } from './kind/bicycle.ts'
import { book } from './kind/book.ts'
import { boots } from './kind/boots.ts'
import { bow } from './kind/bow.ts'
import { breastplate } from './kind/breastplate.ts'
import { cactus } from './kind/cactus.ts'
import { cake } from './kind/cake.ts'
import { camera } from './kind/camera.ts'
import { candle } from './kind/candle.ts'
import { cannon } from './kind/cannon.ts'
import { car } from './kind/car.ts'
import { carrot } from './kind/carrot.ts'
import { cat } from './kind/cat.ts'
import { chair } from './kind/chair.ts'
import { cheese } from './kind/cheese.ts'
import { cherries } from './kind/cherries.ts'
import { chest } from './kind/chest.ts'
import { cloak } from './kind/cloak.ts'
import { clock } from './kind/clock.ts'
import { coin } from './kind/coin.ts'
import { compass } from './kind/compass.ts'
import { crossbow } from './kind/crossbow.ts'
import { crown } from './kind/crown.ts'
import { crystal } from './kind/crystal.ts'
import { cup } from './kind/cup.ts'
import { dagger } from './kind/dagger.ts'
import { die } from './kind/die.ts'
import { dog } from './kind/dog.ts'
import { dragon } from './kind/dragon.ts'
import { drum } from './kind/drum.ts'
import { egg } from './kind/egg.ts'
import { feather } from './kind/feather.ts'
import { fish } from './kind/fish.ts'
import { fishbowl } from './kind/fishbowl.ts'
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
import { lamp } from './kind/lamp.ts'
import { lantern } from './kind/lantern.ts'
import { loaf } from './kind/loaf.ts'
import { lute } from './kind/lute.ts'
import { mace } from './kind/mace.ts'
import { magnifier } from './kind/magnifier.ts'
import { mask } from './kind/mask.ts'
import { meat } from './kind/meat.ts'
import { mirror } from './kind/mirror.ts'
import { mushroom } from './kind/mushroom.ts'
import { orb } from './kind/orb.ts'
import { owl } from './kind/owl.ts'
import { pickaxe } from './kind/pickaxe.ts'
import { pie } from './kind/pie.ts'
import { pistol } from './kind/pistol.ts'
import { potion } from './kind/potion.ts'
import { pumpkin } from './kind/pumpkin.ts'
import { quiver } from './kind/quiver.ts'
import { rabbit } from './kind/rabbit.ts'
import { ring } from './kind/ring.ts'
import { robodog } from './kind/robodog.ts'
import { rocket } from './kind/rocket.ts'
import { rope } from './kind/rope.ts'
import { saw } from './kind/saw.ts'
import { scroll } from './kind/scroll.ts'
import { scythe } from './kind/scythe.ts'
import { shield } from './kind/shield.ts'
import { ship } from './kind/ship.ts'
import { shovel } from './kind/shovel.ts'
import { shuriken } from './kind/shuriken.ts'
import { skull } from './kind/skull.ts'
import { spear } from './kind/spear.ts'
import { staff } from './kind/staff.ts'
import { sword } from './kind/sword.ts'
import { table } from './kind/table.ts'
import { teapot } from './kind/teapot.ts'
import { telescope } from './kind/telescope.ts'
import { throne } from './kind/throne.ts'
import { train } from './kind/train.ts'
import { trident } from './kind/trident.ts'
import { trophy } from './kind/trophy.ts'
import { turtle } from './kind/turtle.ts'
import { umbrella } from './kind/umbrella.ts'
import { vase } from './kind/vase.ts'
import { violin } from './kind/violin.ts'
import { wand } from './kind/wand.ts'
import { wine } from './kind/wine.ts'
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
  chair,
  table,
  throne,
  bed,
  clock,
  mirror,
  barrel,
  lamp,
  cake,
  pie,
  fish,
  meat,
  wine,
  teapot,
  cup,
  pumpkin,
  carrot,
  cherries,
  banana,
  egg,
  cat,
  dog,
  rabbit,
  owl,
  turtle,
  dragon,
  robodog,
  fishbowl,
  car,
  ship,
  rocket,
  train,
  bicycle,
  balloon,
  skull,
  cactus,
  umbrella,
  trophy,
  die,
  feather,
  camera,
}
