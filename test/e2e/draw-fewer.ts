import type { Page } from 'playwright-core'

/** A page asks for four pictures, which take four times as long as one and show nothing else: fewer are drawn. */
export const drawFewer = (page: Page, count: number): Promise<unknown> =>
  page.route('**/v1/generations', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: { ...route.request().postDataJSON(), variations: count } })
      : route.continue(),
  )
