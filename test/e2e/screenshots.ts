import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, 'screenshots')

/** Keeps a picture of the page under `screenshots/`, once its fonts and pictures are there. */
export async function screenshot(page: Page, name: string, options: { whole?: boolean } = {}): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(
      [...document.images]
        .filter((image) => !image.complete && image.loading !== 'lazy')
        .map((image) => image.decode().catch(() => undefined)),
    )
  })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: options.whole ?? false })
}
