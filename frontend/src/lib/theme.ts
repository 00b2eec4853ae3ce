import { createStore, useStore } from './store.ts'
import { readStored, writeStored } from './stored.ts'

export type Theme = 'light' | 'dark'

const systemTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
const chosen = (): Theme | null => {
  const value = readStored('theme')
  return value === 'light' || value === 'dark' ? value : null
}

const theme = createStore<Theme>(chosen() ?? systemTheme())

/** Follows the system until the person chooses. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (!chosen()) theme.set(systemTheme())
  })
}

/** Shows the page in this theme from now on. */
export function chooseTheme(next: Theme): void {
  document.documentElement.dataset.theme = next
  writeStored('theme', next)
  theme.set(next)
}

export const useTheme = (): Theme => useStore(theme)
