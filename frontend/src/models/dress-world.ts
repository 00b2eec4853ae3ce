import { AnimationMixer, Color, Fog, Mesh, type MeshBasicMaterial, NoToneMapping, type Scene } from 'three'
import type { LoadedModel } from './load-model.ts'
import type { Stage } from './open-stage.ts'

type Extras = { readonly fog?: { readonly color: readonly [number, number, number]; readonly near: number; readonly far: number } }

/** Shows a world as its file says: light as it was baked, fog, sky, what moves. Returns what happens in a time, in seconds. */
export function dressWorld({ renderer, scene }: Stage, { gltf }: LoadedModel): { move(seconds: number): boolean } {
  renderer.toneMapping = NoToneMapping
  scene.add(gltf.scene)
  const { fog } = gltf.scene.userData as Extras
  if (fog) {
    const colour = new Color().setRGB(...fog.color)
    scene.fog = new Fog(colour, fog.near, fog.far)
    scene.background = colour
  }
  gltf.scene.traverse((object) => {
    // The sky's colours hold its haze already.
    if (!(object instanceof Mesh) || object.name !== 'sky_backdrop') return
    const material = (object.material as MeshBasicMaterial).clone()
    material.fog = false
    object.material = material
  })
  const mixer = new AnimationMixer(gltf.scene)
  for (const clip of gltf.animations) mixer.clipAction(clip).play()
  return {
    move(seconds) {
      mixer.update(seconds)
      return gltf.animations.length > 0
    },
  }
}

/** Shows the sky, or leaves it out to look in from outside. */
export function showSky(scene: Scene, on: boolean): void {
  const sky = scene.getObjectByName('sky_backdrop')
  if (sky) sky.visible = on
}
