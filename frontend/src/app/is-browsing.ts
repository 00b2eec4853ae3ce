/** Whether an address is of the pages that sell: they are all under Browse, in the header and in the tab bar. */
export const isBrowsing = ({ pathname }: { pathname: string }): boolean => /^\/(auctions|drops)(\/|$)/.test(pathname)
