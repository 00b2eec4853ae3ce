import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { type Filters, setFilters, withoutFilters } from './browse-filters.ts'
import { filterText } from './filter-chips.tsx'

/** Nothing was found: why, and which filter to drop. */
export function BrowseEmpty({ filters, onFilters }: { filters: Filters; onFilters: (next: Filters) => void }) {
  const t = useText()
  const set = setFilters(filters)
  if (!set.length && !filters.q)
    return (
      <EmptyState title={t('browse.empty.title')} text={t('browse.empty.none')}>
        <Link to="/create" className="btn main small">
          {t('browse.empty.create')}
        </Link>
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('browse.empty.title')}
      text={filters.q ? t('browse.empty.query', { query: filters.q }) : t('browse.empty.filtered')}
    >
      {set.slice(0, 3).map((filter) => (
        <Button small key={filter.key} onClick={() => onFilters(filter.without)}>
          {t('browse.empty.dropOne', { filter: filterText(t, filter) })}
        </Button>
      ))}
      {set.length > 1 ? (
        <Button small look="quiet" onClick={() => onFilters(withoutFilters(filters))}>
          {t('browse.empty.dropFilters')}
        </Button>
      ) : null}
      {filters.q ? (
        <Button small look="quiet" onClick={() => onFilters({ ...filters, q: '' })}>
          {t('browse.empty.dropSearch')}
        </Button>
      ) : null}
    </EmptyState>
  )
}
