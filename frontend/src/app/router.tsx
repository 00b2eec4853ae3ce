import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSearch, type SearchParams, stringifySearch } from '../lib/search-params.ts'
import { PageFailed } from './page-failed.tsx'
import { PageNotFound } from './page-not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: PageNotFound })

/** Pages that are opened later bring their words with them. */
const withWords = async <T,>(page: Promise<T>): Promise<T> => {
  await import('../lib/text/load-later-words.ts')
  return page
}

const validateSearch = (search: Record<string, unknown>) => search as SearchParams

const browse = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch,
  component: lazyRouteComponent(() => import('../tokens/browse-page.tsx'), 'BrowsePage'),
})
const create = createRoute({
  getParentRoute: () => root,
  path: '/create',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../generation/create-page.tsx')), 'CreatePage'),
})
// An asset id holds slashes, so the page takes the rest of the address.
const asset = createRoute({
  getParentRoute: () => root,
  path: '/assets/$',
  component: lazyRouteComponent(() => import('../tokens/asset-page.tsx'), 'AssetPage'),
})
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../tokens/portfolio-page.tsx')), 'PortfolioPage'),
})
const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../market/activity-page.tsx')), 'ActivityPage'),
})
const personas = createRoute({
  getParentRoute: () => root,
  path: '/personas',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../generation/personas-page.tsx')), 'PersonasPage'),
})

const auctions = createRoute({
  getParentRoute: () => root,
  path: '/auctions',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../market/auctions-page.tsx')), 'AuctionsPage'),
})
const auction = createRoute({
  getParentRoute: () => root,
  path: '/auctions/$id',
  component: lazyRouteComponent(() => withWords(import('../market/auction-page.tsx')), 'AuctionPage'),
})
const rentals = createRoute({
  getParentRoute: () => root,
  path: '/rentals',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../market/rentals-page.tsx')), 'RentalsPage'),
})

const drops = createRoute({
  getParentRoute: () => root,
  path: '/drops',
  validateSearch,
  component: lazyRouteComponent(() => withWords(import('../market/drops-page.tsx')), 'DropsPage'),
})
const drop = createRoute({
  getParentRoute: () => root,
  path: '/drops/$id',
  component: lazyRouteComponent(() => withWords(import('../market/drop-page.tsx')), 'DropPage'),
})

const newDrop = createRoute({
  getParentRoute: () => root,
  path: '/drops/new',
  component: lazyRouteComponent(() => withWords(import('../market/new-drop-page.tsx')), 'NewDropPage'),
})

const currencies = createRoute({
  getParentRoute: () => root,
  path: '/currencies',
  component: lazyRouteComponent(() => withWords(import('../worlds/currencies-page.tsx')), 'CurrenciesPage'),
})
const currency = createRoute({
  getParentRoute: () => root,
  path: '/currencies/$address',
  component: lazyRouteComponent(() => withWords(import('../worlds/currency-page.tsx')), 'CurrencyPage'),
})

/** All pages. Each is loaded when it is opened, and ahead of it when a link to it is pointed at. */
export const router = createRouter({
  routeTree: root.addChildren([
    browse,
    create,
    asset,
    auctions,
    auction,
    rentals,
    drops,
    newDrop,
    drop,
    currencies,
    currency,
    portfolio,
    activity,
    personas,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageNotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
