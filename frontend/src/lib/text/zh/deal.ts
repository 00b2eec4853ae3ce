import type { deal as english } from '../en/deal.ts'

export const deal: Record<keyof typeof english, string> = {
  'list.title': '挂单出售',
  'list.price': '价格',
  'list.priceHint': '由买家支付，已含版税和手续费。',
  'list.duration': '有效期',
  'list.days': '{count} 天',
  'list.act': '以 {price} ETH 挂单',
  'list.actEmpty': '挂单',
  'list.replaces': '您 {price} ETH 的挂单在取消之前仍然有效，买家会选择较低的价格。',
  'list.noGas': '只需签名，不发送交易，不花网络费。',
  'offer.title': '报价',
  'offer.price': '您的出价',
  'offer.hint': '以包装以太币支付。在有人接受之前仍在您的钱包中。',
  'offer.act': '出价 {price} WETH',
  'offer.actEmpty': '出价',
  'accept.title': '接受此报价？',
  'accept.act': '以 {price} WETH 售出',
}
