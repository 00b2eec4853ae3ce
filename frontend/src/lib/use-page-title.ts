import { useEffect } from 'react'

/** Names the page in the tab, as `Name · Daedal`. */
export function usePageTitle(name: string): void {
  useEffect(() => {
    document.title = name ? `${name} · Daedal` : 'Daedal'
  }, [name])
}
