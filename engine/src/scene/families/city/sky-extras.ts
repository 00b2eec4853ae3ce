import { plain } from '../../material/paints.ts'
import { lightning } from '../nature/coast/lightning.ts'
import { birds } from '../nature/prop/birds.ts'
import type { CitySite } from './site.ts'

/** What a prompt may add to any city's sky: birds before the camera, lightning at `distance`. */
export function addSkyExtras(site: CitySite, distance: number): void {
  const { brief, scene, camera, streams, mesh } = site
  if (brief.wants('birds')) {
    const at = { x: camera.x + 14, y: camera.y + 16, z: camera.z + 70 }
    birds(mesh, streams('birds'), { ...at, count: 14, spread: 22, size: 0.9, paint: mesh.paint(plain([0.05, 0.05, 0.06])) })
  }
  const bolt = (brief.wants('lightning') || brief.mood.weather === 'storm') && brief.allows('lightning')
  if (!bolt) return
  const side = streams('lightning').chance(0.5) ? 1 : -1
  const flash = lightning({ mesh, side, streams }, side * distance * 0.2, distance)
  if (scene.clouds) scene.clouds = { ...scene.clouds, flash }
}
