/** What people ask for: the first page, words in two languages, filters alone and together, orders by price. */
export function searches(): string[] {
  const filters = [
    '',
    'kind=item',
    'kind=scene&trait[Time]=Night',
    'trait[Material]=Gold',
    'trait[Weather]=Rain&trait[Mood]=Calm',
    'licence=CC0-1.0',
    'forSale=true',
    'forSale=true&maxPrice=500000000000000000',
    'kind=item&forSale=true&trait[Style]=Ink',
  ]
  const words = ['', 'city', 'golden sword', 'night rain', 'lighthouse', 'frozen forest', '金色的剑', '森林', 'misty harb']
  const sorts = ['', 'newest', 'price-asc', 'price-desc']
  const all: string[] = []
  for (const [at, filter] of filters.entries())
    for (const [index, word] of words.entries()) {
      const sort = sorts[(at + index) % sorts.length]
      const parts = [filter, word && `q=${encodeURIComponent(word)}`, sort && `sort=${sort}`].filter(Boolean)
      all.push(`/v1/assets${parts.length ? `?${parts.join('&')}` : ''}`)
    }
  return all
}

/** A hundred ids of which one is unknown. */
export function batchOf(ids: readonly string[], at: number): { path: string; body: string } {
  const some = Array.from({ length: 99 }, (_, index) => ids[(at * 97 + index * 13) % ids.length] as string)
  return { path: '/v1/assets/batch', body: JSON.stringify({ ids: [...some, (ids[0] as string).replace(/\/\d+$/, '/1')] }) }
}
