import {
  BackSide,
  type Box3,
  BoxGeometry,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  PMREMGenerator,
  Scene,
  ShadowMaterial,
  Vector3,
  type WebGLRenderer,
} from 'three'
import type { Stage } from './open-stage.ts'

/** Lamps of the studio: where they hang round a thing in a room of ±5, how large they are, how bright. */
const lamps: readonly { at: readonly [number, number, number]; size: readonly [number, number]; bright: number }[] = [
  { at: [-3.2, 3.4, 3], size: [3.4, 3.4], bright: 9 },
  { at: [4.2, 1.6, 1.4], size: [2, 4], bright: 4 },
  { at: [0, 2.8, -4.4], size: [5, 1.6], bright: 6 },
  { at: [0, 4.9, 0], size: [5, 5], bright: 2.4 },
]

/** Light from all sides, as reflections see it: a grey room with soft lamps, drawn once. */
function environmentOf(renderer: WebGLRenderer) {
  const room = new Scene()
  const wall = new MeshBasicMaterial({ color: 0xb4b7b7, side: BackSide })
  room.add(new Mesh(new BoxGeometry(10, 10, 10), wall))
  for (const { at, size, bright } of lamps) {
    const material = new MeshBasicMaterial()
    material.color.setScalar(bright)
    const lamp = new Mesh(new PlaneGeometry(...size), material)
    lamp.position.set(...at)
    lamp.lookAt(0, 0, 0)
    room.add(lamp)
  }
  const generator = new PMREMGenerator(renderer)
  const { texture } = generator.fromScene(room, 0.03)
  generator.dispose()
  room.traverse((object) => {
    if (!(object instanceof Mesh)) return
    object.geometry.dispose()
    ;(object.material as MeshBasicMaterial).dispose()
  })
  return texture
}

/** Lights a thing as in a studio, with a soft shadow under it. */
export function lightStudio({ renderer, scene }: Stage, box: Box3): void {
  scene.environment = environmentOf(renderer)
  scene.environmentIntensity = 0.85
  const middle = box.getCenter(new Vector3())
  const size = box.getSize(new Vector3()).length()
  const key = new DirectionalLight(0xffffff, 1.1)
  key.position.set(middle.x - size * 0.4, middle.y + size * 1.3, middle.z + size * 0.55)
  key.target.position.copy(middle)
  key.castShadow = true
  key.shadow.mapSize.set(1024, 1024)
  key.shadow.radius = 5
  key.shadow.bias = -0.0005
  key.shadow.normalBias = size * 0.004
  const { camera } = key.shadow
  camera.left = camera.bottom = -size * 0.75
  camera.right = camera.top = size * 0.75
  camera.near = size * 0.2
  camera.far = size * 3
  const floor = new Mesh(new PlaneGeometry(size * 6, size * 6), new ShadowMaterial({ opacity: 0.18 }))
  floor.rotation.x = -Math.PI / 2
  floor.position.set(middle.x, box.min.y - size * 0.002, middle.z)
  floor.receiveShadow = true
  scene.add(key, key.target, floor)
  renderer.shadowMap.enabled = true
}
