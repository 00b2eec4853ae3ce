/** Words of the dialogs that list, offer and accept. */
export const deal = {
  'list.title': 'List for sale',
  'list.price': 'Price',
  'list.priceHint': 'The buyer pays this; royalty and fee are inside it.',
  'list.duration': 'Open for',
  'list.days': '{count, plural, one {# day} other {# days}}',
  'list.act': 'List for {price} ETH',
  'list.actEmpty': 'List',
  'list.replaces': 'Your open listing at {price} ETH stays open until you cancel it; the buyer takes the lower price.',
  'list.noGas': 'A signature, no transaction, no gas.',
  'offer.title': 'Make an offer',
  'offer.price': 'You offer',
  'offer.hint': 'In wrapped ether. It stays in your wallet until someone accepts.',
  'offer.act': 'Offer {price} WETH',
  'offer.actEmpty': 'Offer',
  'accept.title': 'Accept this offer?',
  'accept.act': 'Sell for {price} WETH',
} as const
