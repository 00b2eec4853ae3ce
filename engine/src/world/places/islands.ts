import { blend } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Place } from '../place.ts'
import { chain } from './islands/chain.ts'
import { gazebo } from './islands/gazebo.ts'
import { HALF } from './islands/site.ts'

export const islands: Place = {
  half: HALF,
  looks: {
    day: { below: rgb('#8fc0e8'), clouds: 8, cloudLight: rgb('#f4f8fc'), cloudShade: rgb('#9fc0e0') },
    dusk: { below: blend(rgb('#ffc08a'), rgb('#3d4f9a'), 0.5) },
    night: { below: blend(rgb('#2c3c74'), rgb('#060b22'), 0.3), ambient: [0.1, 0.15, 0.32], exposure: 1.6 },
  },
  layouts: { gazebo, chain },
  suits: { gazebo: 'gazebo' },
}
