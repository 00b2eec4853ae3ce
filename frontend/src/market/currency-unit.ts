/** The unit of a currency: native ether (the zero address), or the wrapped ether that offers are paid in. */
export const currencyUnit = (currency: string | null): 'unit.eth' | 'unit.weth' =>
  currency === null || /^0x0{40}$/.test(currency) ? 'unit.eth' : 'unit.weth'
