import type { wallet as english } from '../en/wallet.ts'

export const wallet: Record<keyof typeof english, string> = {
  'wallet.connect': '连接钱包',
  'wallet.accountOf': '账户 {address}',
  'wallet.title': '连接钱包',
  'wallet.none': '此浏览器中没有找到钱包。',
  'wallet.noneText': '请安装支持 EIP-6963 的钱包，然后重新打开本页。',
  'wallet.looking': '正在寻找钱包',
  'wallet.connecting': '请在 {wallet} 中确认。',
  'wallet.refused': '钱包未连接。',
  'wallet.explain': '连接后本站可以看到您的地址，但无法转移任何资产。',
  'wallet.account': '您的账户',
  'wallet.via': '通过 {wallet} 连接',
  'wallet.disconnect': '断开连接',
  'wallet.portfolio': '您的藏品',
  'wallet.balance': '余额',
  'wallet.wrapped': '已包装',
  'wallet.wrongChain': '{wallet} 正在使用另一条链（编号 {chain}）。',
  'wallet.switch': '切换到 {name}',
  'wallet.failed': '钱包加载失败。',
}
