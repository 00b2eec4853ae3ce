/** Whether assets, by their CAIP-19 ids, are all in the collection. Contracts of a later version stand elsewhere and have none of them. */
export const areIn = (collection: string, ids: readonly string[]): boolean =>
  ids.every((id) => id.toLowerCase().includes(`:${collection.toLowerCase()}/`))
