import { BoxGeometry, type Group, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, TextureLoader } from 'three'
import type { Slot } from './walk-ground.ts'

/** Metres a frame is wide and stands out from the wall. */
const RAIL = 0.06
const DEEP = 0.04

/** Hangs a frame in each slot: with a picture while there are pictures, else empty. Calls `onHung` as pictures come. Answers how many hang. */
export function hangFrames(root: Group, slots: readonly Slot[], pictures: readonly string[], onHung: () => void): number {
  const wood = new MeshBasicMaterial({ color: 0x2a211a })
  const card = new MeshBasicMaterial({ color: 0xe9e6dd })
  const loader = new TextureLoader()
  for (const [i, { x, y, z, yaw, width, height }] of slots.entries()) {
    const frame = new Mesh(new BoxGeometry(width, height, DEEP), wood)
    frame.position.set(x + Math.sin(yaw) * DEEP * 0.5, y, z + Math.cos(yaw) * DEEP * 0.5)
    frame.rotation.y = yaw
    const sheet = new Mesh(new PlaneGeometry(width - RAIL * 2, height - RAIL * 2), card)
    sheet.position.z = DEEP / 2 + 0.004
    frame.add(sheet)
    root.add(frame)
    const picture = pictures[i]
    if (!picture) continue
    loader.load(picture, (texture) => {
      texture.colorSpace = SRGBColorSpace
      const { width: across, height: up } = texture.image as { width: number; height: number }
      const scale = Math.min((width - RAIL * 4) / across, (height - RAIL * 4) / up)
      const shown = new Mesh(new PlaneGeometry(across * scale, up * scale), new MeshBasicMaterial({ map: texture }))
      shown.position.z = DEEP / 2 + 0.008
      frame.add(shown)
      onHung()
    })
  }
  return Math.min(slots.length, pictures.length)
}
