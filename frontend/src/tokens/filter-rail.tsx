import type { Disclosure } from '@daedal/protocol/provenance/disclosure'
import type { AssetPage } from '@daedal/protocol/tokens/api'
import { useText } from '../lib/text/use-text.ts'
import { type Filters, toggled } from './browse-filters.ts'
import { FacetList, type FacetOption } from './facet-list.tsx'
import { isKind } from './kinds.ts'
import { licenceText } from './licence-text.ts'
import { PriceFacet } from './price-facet.tsx'

type Facet = { value: string; count: number }
const inWords = (facets: readonly Facet[], text: (value: string) => string): FacetOption[] =>
  facets.map(({ value, count }) => ({ value, count, text: text(value) }))

/** All filters, each value with how many assets it would leave. */
export function FilterRail({
  filters,
  facets,
  forSale,
  onFilters,
}: {
  filters: Filters
  facets: AssetPage['facets'] | undefined
  forSale: number
  onFilters: (next: Filters) => void
}) {
  const t = useText()
  if (!facets) return null
  const change = (part: Partial<Filters>) => onFilters({ ...filters, ...part })
  return (
    <>
      <FacetList
        legend={t('browse.sale')}
        options={[{ value: '1', text: t('browse.forSale'), count: forSale }]}
        chosen={filters.forSale ? ['1'] : []}
        onToggle={(_, on) => change({ forSale: on })}
      />
      <FacetList
        legend={t('browse.kind')}
        options={inWords(facets.kind, (value) => (isKind(value) ? t(`kind.${value}`) : value))}
        chosen={filters.kind}
        onToggle={(value, on) => isKind(value) && change({ kind: toggled(filters.kind, value, on) })}
      />
      <PriceFacet price={facets.price} min={filters.min} max={filters.max} onRange={(min, max) => change({ min, max })} />
      <FacetList
        legend={t('browse.disclosure')}
        options={inWords(facets.disclosure, (value) => t(`disclosure.${value as Disclosure}`))}
        chosen={filters.disclosure}
        onToggle={(value, on) => change({ disclosure: toggled(filters.disclosure, value as Disclosure, on) })}
      />
      <FacetList
        legend={t('browse.licence')}
        options={inWords(facets.licence, (value) => licenceText(t, value))}
        chosen={filters.licence}
        onToggle={(value, on) => change({ licence: toggled(filters.licence, value, on) })}
      />
      {facets.traits.map(({ name, values }) => (
        <FacetList
          key={name}
          legend={name}
          options={inWords(values, (value) => value)}
          chosen={filters.trait[name] ?? []}
          onToggle={(value, on) => change({ trait: { ...filters.trait, [name]: toggled(filters.trait[name] ?? [], value, on) } })}
        />
      ))}
    </>
  )
}
