import type { Mood } from '../brief.ts'
import { blend, type Rgb, times } from '../vector.ts'
import type { Look, LookName } from './look.ts'
import { LOOKS } from './looks.ts'
import { varySky } from './skies.ts'

const luminance = (c: Rgb) => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]

/** The colour with `grey` of its saturation gone, times k. */
const overcast = (c: Rgb, grey: number, k: number): Rgb => {
  const l = luminance(c)
  return times(blend(c, [l * 0.96, l, l * 1.06], grey), k)
}

/** Fog and storm by day have looks of their own. */
function lookName({ time, weather }: Mood): LookName {
  const sunny = time === 'day' || time === 'sunrise'
  if (weather === 'fog' && time === 'day') return 'fog'
  if (weather === 'storm' && (sunny || time === 'dusk')) return 'storm'
  return time
}

/** A closed cloud cover: greyer sky, weak sun, no disc or stars. */
function cover(look: Look, grey: number, sunlight: number): void {
  const { sky } = look
  sky.zenith = overcast(sky.zenith, grey, 0.85)
  sky.middle = overcast(sky.middle, grey, 0.85)
  sky.horizon = overcast(sky.horizon, grey * 0.85, 0.85)
  sky.sunGlow = times(sky.sunGlow, sunlight)
  sky.glowTight *= sunlight
  sky.stars = 0
  delete sky.disc
  look.sunColour = overcast(look.sunColour, grey * 0.6, sunlight)
}

/** The look of a time of day in a weather, its sky as the seed has it. Degrees; azimuth of the sun from +z, positive to the right. */
export function lookOf(mood: Mood, azimuth: number, seed: number): Look {
  const look = LOOKS[lookName(mood)](azimuth)
  if (mood.weather === 'clear' || mood.weather === 'fog') varySky(look, seed)
  const { fog, grade, sky } = look
  if (mood.weather === 'rain') {
    cover(look, 0.75, 0.4)
    sky.glow = overcast(sky.glow, 0.6, 0.5)
    fog.sunColour = overcast(fog.sunColour, 0.65, 0.4)
    fog.colour = overcast(fog.colour, 0.3, 0.9)
    fog.density *= 1.7
    fog.haze *= 1.8
    look.night = Math.min(1, look.night + 0.15)
    grade.contrast *= 1.04
  }
  if (mood.weather === 'snow') {
    cover(look, 0.8, 0.6)
    sky.glow = overcast(sky.glow, 0.75, 0.6)
    sky.opposite = overcast(sky.opposite, 0.8, 0.8)
    fog.colour = overcast(fog.colour, 0.6, 1)
    look.sunColour = overcast(look.sunColour, 0.6, 1)
    fog.sunColour = overcast(fog.sunColour, 0.7, 0.6)
    fog.density *= 1.6
    fog.haze *= 2
  }
  if (mood.weather === 'fog' && look.name !== 'fog') {
    fog.density *= 2.6
    fog.haze *= 2
    look.sky.stars = 0
  }
  if (mood.weather === 'storm' && look.name !== 'storm') {
    cover(look, 0.7, 0.6)
    fog.density *= 1.5
    fog.haze *= 1.6
  }
  return look
}
