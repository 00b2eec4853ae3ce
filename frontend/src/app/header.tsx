import { Link, useLocation } from '@tanstack/react-router'
import { chooseLanguage, useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { chooseTheme, useTheme } from '../lib/theme.ts'
import { LinkButton } from '../ui/button.tsx'
import { Mark, ThemeIcon } from '../ui/icon.tsx'
import { Rule } from '../ui/rule.tsx'
import { AccountButton } from '../wallet/account-button.tsx'
import { IndexReading } from './index-reading.tsx'
import { isBrowsing } from './is-browsing.ts'

const sections = [
  { to: '/', key: 'nav.browse' },
  { to: '/create', key: 'nav.create' },
  { to: '/portfolio', key: 'nav.portfolio' },
  { to: '/activity', key: 'nav.activity' },
  { to: '/personas', key: 'nav.personas' },
] as const

/** Wordmark, sections with the needle at the current one, the index reading, language, theme, account. */
export function Header() {
  const t = useText()
  const language = useLanguage()
  const theme = useTheme()
  const browsing = useLocation({ select: isBrowsing })
  return (
    <header className="head">
      <div className="wrap">
        <Link className="logo" to="/">
          <Mark />
          {t('app.name')}
        </Link>
        <nav className="nav" aria-label={t('app.nav')}>
          {sections.map(({ to, key }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              {...(to === '/' && browsing ? { 'aria-current': 'true' } : {})}
            >
              {t(key)}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <IndexReading />
          <LinkButton lang={language === 'en' ? 'zh-Hans' : 'en'} onClick={() => void chooseLanguage(language === 'en' ? 'zh' : 'en')}>
            {t('app.language.other')}
          </LinkButton>
          <button
            type="button"
            className="iconbtn"
            aria-label={t(theme === 'dark' ? 'app.theme.toLight' : 'app.theme.toDark')}
            onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            <ThemeIcon />
          </button>
          <AccountButton />
        </div>
      </div>
      <Rule />
    </header>
  )
}
