import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelOfAvatar } from '@daedal/engine/avatar/model-of-avatar'
import { planAvatar } from '@daedal/engine/avatar/plan-avatar'
import { modelOfItem } from '@daedal/engine/item/model-of-item'
import { planItem } from '@daedal/engine/item/plan-item'
import type { BuiltModel } from '@daedal/engine/model/built-model'
import { readGlb } from '@daedal/engine/model/read-glb'
import { ENGINE_VERSION } from '@daedal/engine/version'
import { renderWorld } from '@daedal/engine/world/render-world'
import { avatarBeings } from '@daedal/protocol/generation/avatar-plan'
import { itemKinds } from '@daedal/protocol/generation/item-plan'
import { type WorldPlan, worldLayouts, worldPlaces } from '@daedal/protocol/generation/world-plan'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

/** What three.js made of a file: its triangles, and how many different pixels a picture of it has. */
type Shown = { readonly triangles: number; readonly colours: number }

const origin = 'http://models.localhost'
const modules = join(import.meta.dirname, '../../node_modules')
const imports = {
  three: '/three/build/three.module.js',
  'three/addons/': '/three/examples/jsm/',
  '@pixiv/three-vrm': '/@pixiv/three-vrm/lib/three-vrm.module.js',
}
const html = `<!doctype html><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">
import { Box3, HemisphereLight, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { VRMLoaderPlugin } from '@pixiv/three-vrm'
const renderer = new WebGLRenderer()
renderer.setSize(96, 96)
const loader = new GLTFLoader()
loader.register((parser) => new VRMLoaderPlugin(parser))
window.show = async () => {
  const gltf = await loader.loadAsync('/file')
  const scene = new Scene()
  scene.add(gltf.scene, new HemisphereLight(0xffffff, 0x888888, 3))
  const box = new Box3().setFromObject(gltf.scene)
  const camera = new PerspectiveCamera(40, 1, 0.01, 5000)
  const middle = box.getCenter(new Vector3())
  camera.position.copy(middle).add(new Vector3(0.4, 0.3, 1).multiplyScalar(box.getSize(new Vector3()).length()))
  camera.lookAt(middle)
  renderer.render(scene, camera)
  const gl = renderer.getContext()
  const pixels = new Uint32Array(96 * 96)
  gl.readPixels(0, 0, 96, 96, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(pixels.buffer))
  let triangles = 0
  gltf.scene.traverse(({ geometry }) => { triangles += geometry ? geometry.index.count / 3 : 0 })
  return { triangles, colours: new Set(pixels).size }
}
</script>`

let browser: Browser
let page: Page
let file = new Uint8Array()
const complaints: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('console', (message) => {
    // Reading a picture back stalls a card, which its driver remarks.
    if (/^(error|warning)$/.test(message.type()) && !message.text().includes('ReadPixels')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html })
    else if (pathname === '/file') await route.fulfill({ contentType: 'model/gltf-binary', body: Buffer.from(file) })
    else await route.fulfill({ contentType: 'text/javascript', body: await readFile(join(modules, pathname)) })
  })
  await page.goto(origin)
  await page.waitForFunction('window.show !== undefined')
})
afterAll(async () => {
  await browser?.close()
})

/** Triangles of the meshes that the scene holds: coarser levels of a thing stand outside it. */
function trianglesOf(glb: Uint8Array): number {
  const { json, numbers } = readGlb(glb)
  const count = (number: number): number => {
    const { mesh, children = [] } = json.nodes[number]!
    const own = mesh === undefined ? [] : json.meshes[mesh]!.primitives
    return own.reduce((sum, { indices }) => sum + numbers(indices).length / 3, 0) + children.reduce((sum, child) => sum + count(child), 0)
  }
  return json.scenes[0]!.nodes.reduce((sum, node) => sum + count(node), 0)
}

/** Opens each file in three.js as it comes out of the engine, and tells what did not go well. */
async function open<Name extends string>(names: readonly Name[], make: (name: Name) => Pick<BuiltModel, 'glb'>): Promise<void> {
  for (const name of names) {
    const { glb } = make(name)
    file = Uint8Array.from(glb)
    complaints.length = 0
    const { triangles, colours } = await page.evaluate<Shown>('window.show()')
    expect(complaints, name).toEqual([])
    expect(triangles, name).toBe(trianglesOf(glb))
    expect(colours, name).toBeGreaterThan(12)
  }
}

/** A dozen of a list, from all over it. */
const dozen = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => at % Math.floor(list.length / 12) === 0).slice(0, 12)

it('opens a world of every place in three.js', async () => {
  const plan = (place: (typeof worldPlaces)[number]): WorldPlan => ({
    kind: 'world',
    engineVersion: ENGINE_VERSION,
    place,
    layout: worldLayouts[place][0],
    time: 'day',
    density: 'any',
    props: [],
    accent: '',
  })
  await open(worldPlaces, (place) => renderWorld(plan(place), 7, { groundSize: 64 }))
}, 180_000)

it('opens a dozen kinds of items in three.js', async () => {
  const small = { triangles: [1200, 400, 150], glass: [300, 150, 80], size: 128 }
  await open(dozen(itemKinds), (item) => modelOfItem(planItem({ item }), 7, {}, small))
}, 180_000)

it('opens a dozen avatars in three.js', async () => {
  await open(dozen(avatarBeings), (being) => modelOfAvatar(planAvatar({ being }), 7))
}, 180_000)
