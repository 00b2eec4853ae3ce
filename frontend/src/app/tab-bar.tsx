import { Link, useLocation } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { isBrowsing } from './is-browsing.ts'

const tabs = [
  { to: '/', key: 'nav.browse', icon: 'scene' },
  { to: '/create', key: 'nav.create', icon: 'create' },
  { to: '/personas', key: 'nav.personas', icon: 'persona' },
  { to: '/activity', key: 'nav.activity', icon: 'audio' },
  { to: '/portfolio', key: 'nav.yours', icon: 'avatar' },
] as const

/** The sections, under the thumb on phones. */
export function TabBar() {
  const t = useText()
  const browsing = useLocation({ select: isBrowsing })
  return (
    <nav className="tab" aria-label={t('app.nav')}>
      {tabs.map(({ to, key, icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
          {...(to === '/' && browsing ? { 'aria-current': 'true' } : {})}
        >
          <Icon name={icon} />
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
