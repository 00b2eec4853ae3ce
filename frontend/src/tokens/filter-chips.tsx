import type { AssetKind } from '@daedal/protocol/provenance/core'
import type { Disclosure } from '@daedal/protocol/provenance/disclosure'
import { shortHex } from '../lib/format.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Chip } from '../ui/chip.tsx'
import { type Filters, type SetFilter, setFilters } from './browse-filters.ts'
import { licenceText } from './licence-text.ts'

/** A set filter in words. */
export function filterText(t: Text, { group, value }: SetFilter): string {
  switch (group) {
    case 'sale':
      return t('browse.forSale')
    case 'kind':
      return t(`kind.${value as AssetKind}`)
    case 'made':
      return t(`disclosure.${value as Disclosure}`)
    case 'licence':
      return licenceText(t, value)
    case 'trait':
      return value
    case 'creator':
      return t('browse.by', { who: shortHex(value) })
    case 'owner':
      return t('browse.ownedBy', { who: shortHex(value) })
    case 'price': {
      const [low = '', high = ''] = value.split('|')
      if (low && high) return t('browse.priceRange', { low, high })
      return low ? t('browse.priceFrom', { low }) : t('browse.priceTo', { high })
    }
  }
}

/** The filters that are set, each with a way to drop it. */
export function FilterChips({ filters, onFilters }: { filters: Filters; onFilters: (next: Filters) => void }) {
  const t = useText()
  return setFilters(filters).map((filter) => {
    const text = filterText(t, filter)
    return (
      <Chip key={filter.key} removeLabel={t('act.remove', { what: text })} onRemove={() => onFilters(filter.without)}>
        {text}
      </Chip>
    )
  })
}
